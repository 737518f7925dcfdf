package dev.ferrite.jcstress.locks;

/** Plain data on the heap for a lock to protect. */
final class Cell {
    int value;
}
