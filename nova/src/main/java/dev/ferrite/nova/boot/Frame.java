package dev.ferrite.nova.boot;

import dev.ferrite.nova.boot.scene.Scene;

/**
 * One picture to make.
 *
 * @param index which frame, from 0
 * @param scene what it shows
 * @param scanout which buffer it goes to
 */
record Frame(int index, Scene scene, int scanout) {}
