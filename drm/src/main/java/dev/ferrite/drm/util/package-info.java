/**
 * Small data structures of the core: bit trees and identifier sets. Not thread-safe, not exported.
 *
 * <p>May import: nothing of Ferrite.
 */
@NullMarked
package dev.ferrite.drm.util;

import org.jspecify.annotations.NullMarked;
