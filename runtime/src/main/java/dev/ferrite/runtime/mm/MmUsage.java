package dev.ferrite.runtime.mm;

import dev.ferrite.runtime.proc.ProcText;

/**
 * What memory a range, or all of an address space, takes, in bytes.
 *
 * @param rss in memory now
 * @param pss in memory now, each page divided by how many map it
 * @param sharedClean mapped by others, too, and as on disk
 * @param sharedDirty mapped by others, too, and written
 * @param privateClean mapped by this one alone, and as on disk
 * @param privateDirty mapped by this one alone, and written
 * @param anonymous behind which no file stands
 * @param anonHuge anonymous memory in huge pages
 * @param shmemHuge memory of tmpfs and memfds mapped by huge entries
 * @param fileHuge page cache mapped by huge entries
 * @param hugetlb pages of hugetlbfs, which {@code rss} does not count
 * @param swap swapped out
 * @param locked locked into memory
 */
public record MmUsage(
        long rss,
        long pss,
        long sharedClean,
        long sharedDirty,
        long privateClean,
        long privateDirty,
        long anonymous,
        long anonHuge,
        long shmemHuge,
        long fileHuge,
        long hugetlb,
        long swap,
        long locked) {
    /**
     * What was written and not yet to disk.
     *
     * @return bytes
     */
    public long dirty() {
        return sharedDirty + privateDirty;
    }

    /**
     * What is mapped by huge entries, of whichever kind.
     *
     * @return bytes
     */
    public long huge() {
        return anonHuge + shmemHuge + fileHuge + hugetlb;
    }

    /**
     * Reads the lines {@code Key: n kB} under the cursor and adds them to the fields they are for; stops at any other
     * line.
     */
    static final class Lines {
        private final ProcText text;
        private final long[] values = new long[13];
        private long kernelPageSize;
        private long mmuPageSize;
        private boolean thpEligible;
        private String vmFlags = "";

        Lines(ProcText text) {
            this.text = text;
        }

        MmUsage read() {
            // The first line of the next record starts with a small letter or a digit; keys start with a capital.
            while (!text.atEnd() && Character.isUpperCase(text.peek())) {
                String key = text.word();
                if (key.equals("VmFlags:")) {
                    vmFlags = text.rest().strip();
                    continue;
                }
                long number = text.number();
                switch (key) {
                    case "Rss:" -> kilobytes(0, number);
                    case "Pss:" -> kilobytes(1, number);
                    case "Shared_Clean:" -> kilobytes(2, number);
                    case "Shared_Dirty:" -> kilobytes(3, number);
                    case "Private_Clean:" -> kilobytes(4, number);
                    case "Private_Dirty:" -> kilobytes(5, number);
                    case "Anonymous:" -> kilobytes(6, number);
                    case "AnonHugePages:" -> kilobytes(7, number);
                    case "ShmemPmdMapped:" -> kilobytes(8, number);
                    case "FilePmdMapped:" -> kilobytes(9, number);
                    case "Shared_Hugetlb:", "Private_Hugetlb:" -> kilobytes(10, number);
                    case "Swap:" -> kilobytes(11, number);
                    case "Locked:" -> kilobytes(12, number);
                    case "KernelPageSize:" -> kernelPageSize = number * 1024;
                    case "MMUPageSize:" -> mmuPageSize = number * 1024;
                    case "THPeligible:" -> thpEligible = number != 0;
                    default -> {
                        // Kernels add lines.
                    }
                }
                text.skipLine();
            }
            return new MmUsage(
                    values[0],
                    values[1],
                    values[2],
                    values[3],
                    values[4],
                    values[5],
                    values[6],
                    values[7],
                    values[8],
                    values[9],
                    values[10],
                    values[11],
                    values[12]);
        }

        VmaUsage read(Vma vma) {
            MmUsage usage = read();
            return new VmaUsage(vma, usage, kernelPageSize, mmuPageSize, thpEligible, vmFlags);
        }

        private void kilobytes(int field, long number) {
            values[field] += number * 1024;
        }
    }
}
