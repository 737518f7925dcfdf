package dev.ferrite.runtime.mm;

/**
 * What memory one mapped range takes: a record of {@code smaps}.
 *
 * @param vma the range
 * @param usage the memory
 * @param kernelPageSize the page size the kernel counts this range in, in bytes; that of hugetlbfs where it is one
 * @param mmuPageSize the page size the processor uses for it
 * @param thpEligible whether it may get transparent huge pages
 * @param vmFlags two letters a flag, such as {@code rd wr sh}, as {@code smaps} has them
 */
public record VmaUsage(
        Vma vma, MmUsage usage, long kernelPageSize, long mmuPageSize, boolean thpEligible, String vmFlags) {}
