package dev.ferrite.runtime.mm;

import java.util.List;

/**
 * All mapped ranges of an address space, by rising address.
 *
 * @param list the ranges
 * @param stable whether two looks in a row were the same, so that all of it was true at one moment. Linux hands the list
 *     out page by page, and a process that maps all the time can keep every look from being the last
 */
public record Vmas(List<Vma> list, boolean stable) {
    /** Makes the list unmodifiable. */
    public Vmas {
        list = List.copyOf(list);
    }
}
