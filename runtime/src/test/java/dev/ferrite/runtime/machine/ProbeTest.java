package dev.ferrite.runtime.machine;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferrite.offheap.Words;
import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import dev.ferrite.runtime.machine.Finding.Verdict;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The probes against machines made of folders. */
class ProbeTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    // ---- PCI

    @Test
    void gpuIsShownWithItsDriverAndBars() throws IOException {
        Path gpu = gpu("0000:01:00.0", "0x030000");
        Finding finding = only(new PciProbe());
        assertThat(finding.fact()).isEqualTo("0000:01:00.0");
        assertThat(finding.value())
                .isEqualTo("10de:2684 VGA controller, driver nova-core, BAR0 16 MiB,"
                        + " BAR1 16 GiB 64-bit prefetchable, BAR3 32 MiB 64-bit prefetchable, BAR5 128 B io");
        assertThat(finding.meaning()).isEqualTo("resource1 could be the VRAM, with permission (root).");
        assertThat(finding.verdict()).isEqualTo(Verdict.NOTE);

        Files.writeString(gpu.resolve("resource1"), "");
        assertThat(only(new PciProbe()).meaning()).isEqualTo("resource1 can be the VRAM, unless its driver uses it.");
        assertThat(only(new PciProbe()).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void otherDevicesAreNotShown() throws IOException {
        gpu("0000:01:00.0", "0x030200");
        gpu("0000:02:00.0", "0x020000");
        gpu("0000:00:02.0", "0x038000");
        assertThat(ask(new PciProbe())).extracting(Finding::fact).containsExactly("0000:00:02.0", "0000:01:00.0");
        assertThat(ask(new PciProbe()).get(0).value()).contains("display controller");
        assertThat(ask(new PciProbe()).get(1).value()).contains("3D controller");
    }

    @Test
    void deviceThatCannotBeReadIsShownAsFarAsItGoes() throws IOException {
        write("sys/bus/pci/devices/0000:01:00.0/class", "0x030000\n");
        Path device = root.resolve("sys/bus/pci/devices/0000:01:00.0");
        assertThat(only(new PciProbe()).value()).isEqualTo("VGA controller, BARs (missing)");
        Files.writeString(device.resolve("resource"), "garbage\n0x1 0x2\n\nzz yy xx\n0x0 0x0 0x0\n");
        assertThat(only(new PciProbe()).value()).isEqualTo("VGA controller, BARs (malformed)");
        assertThat(only(new PciProbe()).meaning()).isEqualTo("Cannot serve as VRAM: its ids or ranges cannot be read.");
        Files.delete(device.resolve("resource"));
        Files.createDirectory(device.resolve("resource")); // exists and cannot be read as a file, even by root
        assertThat(only(new PciProbe()).value()).endsWith("BARs (unreadable)");
    }

    @Test
    void deviceWithoutRangesIsNoVram() throws IOException {
        Path device = gpu("0000:01:00.0", "0x030000");
        Files.writeString(device.resolve("resource"), "0x0 0x0 0x0\n");
        assertThat(only(new PciProbe()).value()).isEqualTo("10de:2684 VGA controller, driver nova-core, no BARs");
        assertThat(only(new PciProbe()).meaning()).isEqualTo("Has no range that could serve as VRAM.");
    }

    @Test
    void machineWithoutPciSaysSo() throws IOException {
        assertThat(only(new PciProbe()).value()).isEqualTo("(no PCI bus)");
        Files.createDirectories(root.resolve("sys/bus/pci/devices"));
        assertThat(only(new PciProbe()).value()).isEqualTo("none");
        assertThat(only(new PciProbe()).verdict()).isEqualTo(Verdict.NOTE);
    }

    // ---- DRM

    @Test
    void nodeIsAskedForDriverAndVersion() throws IOException {
        write("dev/dri/renderD128", "");
        write("dev/dri/card0", "");
        write("dev/dri/by-path", "");
        Machine machine = machine((fd, request, argument) -> {
            assertThat(request).isEqualTo(DrmProbe.DRM_IOCTL_VERSION);
            byte[] name = "nova".getBytes(US_ASCII);
            assertThat(Words.getLongPlain(argument + DrmProbe.NAME_LEN)).isGreaterThanOrEqualTo(name.length);
            Words.copyIn(MemorySegment.ofArray(name), 0, Words.getLongPlain(argument + DrmProbe.NAME), name.length);
            Words.setLongPlain(argument + DrmProbe.NAME_LEN, name.length);
            Words.setIntPlain(argument + DrmProbe.MAJOR, 1);
            Words.setIntPlain(argument + DrmProbe.MINOR, 2);
            Words.setIntPlain(argument + DrmProbe.PATCHLEVEL, 3);
            return 0;
        });
        long open = Fd.live();
        List<Finding> findings = new DrmProbe().ask(machine);
        assertThat(findings).extracting(Finding::fact).containsExactly("card0", "renderD128");
        assertThat(findings).extracting(Finding::value).containsOnly("nova 1.2.3");
        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.OK);
        assertThat(Fd.live()).isEqualTo(open);
    }

    @Test
    void driverNameLongerThanOurRoomIsCut() throws IOException {
        write("dev/dri/card0", "");
        Machine machine = machine((fd, request, argument) -> {
            Words.setLongPlain(argument + DrmProbe.NAME_LEN, 1_000_000);
            return 0;
        });
        assertThat(new DrmProbe().ask(machine).getFirst().value()).endsWith("0.0.0");
    }

    @Test
    void fileThatIsNoDeviceIsExplainedByTheRealIoctl() throws IOException {
        write("dev/dri/card0", "not a device");
        Finding finding = only(new DrmProbe());
        assertThat(finding.value()).startsWith("ENOTTY");
        assertThat(finding.meaning()).isEqualTo("Not a DRM device, whatever its name says.");
        assertThat(finding.verdict()).isEqualTo(Verdict.NOTE);
    }

    @Test
    void nodeThatCannotBeOpenedIsExplained() throws IOException {
        Files.createDirectories(root.resolve("dev/dri"));
        Files.createSymbolicLink(root.resolve("dev/dri/card0"), root.resolve("gone"));
        assertThat(only(new DrmProbe()).value()).startsWith("ENOENT");
        assertThat(only(new DrmProbe()).meaning()).isEqualTo("The node is there, its driver is not.");
    }

    @ParameterizedTest
    @CsvSource({
        "13, 'No permission: be in the group that owns it, usually render or video.'",
        "19, 'The node is there, its driver is not.'",
        "16, 'Somebody has it for himself.'",
        "5, 'It cannot be used.'"
    })
    void ioctlErrorIsExplained(int errno, String meaning) throws IOException {
        write("dev/dri/card0", "");
        Finding finding =
                new DrmProbe().ask(machine((fd, request, argument) -> -errno)).getFirst();
        assertThat(finding.meaning()).isEqualTo(meaning);
        assertThat(finding.value()).startsWith(Errno.fromErrno(-errno).toString());
    }

    @Test
    void machineWithoutNodesSaysSo() {
        assertThat(only(new DrmProbe()).value()).isEqualTo("none");
    }

    // ---- CPU and memory

    @Test
    void cgroupLimitsOfVersion2AreTheLeastOnTheWayUp() throws IOException {
        write("proc/self/cgroup", "0::/a/b\n");
        write("sys/fs/cgroup/a/cpu.max", "150000 100000");
        write("sys/fs/cgroup/a/b/cpu.max", "max 100000");
        write("sys/fs/cgroup/a/b/memory.max", "max");
        write("sys/fs/cgroup/memory.max", "536870912");
        assertThat(find(new CpuProbe(), "cgroup limit").value()).isEqualTo("1.50 cores");
        assertThat(find(new MemoryProbe(), "cgroup limit").value()).isEqualTo("512 MiB");
        assertThat(find(new MemoryProbe(), "cgroup limit").verdict()).isEqualTo(Verdict.NOTE);
    }

    @Test
    void cgroupLimitsOfVersion1AreRead() throws IOException {
        write("proc/self/cgroup", "4:memory:/hidden\n3:cpu,cpuacct:/x\n0::/\nnonsense\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "1073741824");
        write("sys/fs/cgroup/cpu/x/cpu.cfs_quota_us", "50000");
        write("sys/fs/cgroup/cpu/x/cpu.cfs_period_us", "100000");
        write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1");
        assertThat(find(new CpuProbe(), "cgroup limit").value()).isEqualTo("0.50 cores");
        assertThat(find(new MemoryProbe(), "cgroup limit").value()).isEqualTo("1 GiB");
    }

    @Test
    void cgroupThatPointsOutsideIsNotFollowed() throws IOException {
        write("proc/self/cgroup", "0::/../../..\n");
        write("cpu.max", "1 1000");
        assertThat(find(new CpuProbe(), "cgroup limit").value()).isEqualTo("none");
        write("proc/self/cgroup", "4:memory:/\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712");
        assertThat(find(new MemoryProbe(), "cgroup limit").value()).isEqualTo("none");
    }

    @Test
    void memoryAndHugePagesAreRead() throws IOException {
        write("proc/meminfo", "MemTotal:        8388608 kB\nMemFree: 1 kB\nMemAvailable:    4194304 kB\n");
        write("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never");
        write("sys/kernel/mm/transparent_hugepage/shmem_enabled", "always within_size advise [never] deny force");
        write("sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "16");
        write("sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages", "12");
        write("sys/kernel/mm/hugepages/hugepages-1048576kB/nr_hugepages", "0");
        write("sys/kernel/mm/hugepages/README", "");
        MemoryProbe probe = new MemoryProbe();
        assertThat(find(probe, "memory").value()).isEqualTo("4 GiB available of 8 GiB");
        assertThat(find(probe, "huge pages (THP)").value()).isEqualTo("madvise");
        assertThat(find(probe, "huge pages (memfd)").verdict()).isEqualTo(Verdict.NOTE);
        assertThat(find(probe, "pool of 2 MiB").value()).isEqualTo("12 of 16 free");
        assertThat(find(probe, "pool of 1 GiB").value()).isEqualTo("empty");
        assertThat(ask(probe)).extracting(Finding::fact).contains("page size", "locked memory", "open files");
    }

    @Test
    void nothingToReadIsNoFailure() {
        for (Probe probe : List.of(
                new JavaProbe(),
                new CpuProbe(),
                new MemoryProbe(),
                new KernelProbe(),
                new DrmProbe(),
                new PciProbe(),
                new DeviceProbe())) {
            assertThat(ask(probe))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.value()).isNotBlank());
        }
        assertThat(find(new MemoryProbe(), "memory").value()).isEqualTo("(unknown)");
        assertThat(find(new MemoryProbe(), "huge pages (THP)").value()).isEqualTo("(missing)");
        assertThat(find(new KernelProbe(), "BTF").value()).isEqualTo("(missing)");
    }

    // ---- Kernel and devices

    @ParameterizedTest
    @CsvSource({"6.18.44-x, OK", "5.4.0, OK", "5.3.18, NOTE", "4.19.0, NOTE", "strange, NOTE"})
    void oldKernelIsNoted(String release, Verdict verdict) throws IOException {
        write("proc/sys/kernel/osrelease", release + "\n");
        assertThat(find(new KernelProbe(), "version").verdict()).isEqualTo(verdict);
        assertThat(find(new KernelProbe(), "version").value()).isEqualTo(release);
    }

    @ParameterizedTest
    @CsvSource({"-1, OK", "1, OK", "2, OK", "3, NOTE", "4, NOTE", "?, NOTE"})
    void perfEventsAreJudgedByTheirLevel(String level, Verdict verdict) throws IOException {
        write("proc/sys/kernel/perf_event_paranoid", level + "\n");
        assertThat(find(new KernelProbe(), "perf events").verdict()).isEqualTo(verdict);
    }

    @Test
    void devicesAreUsableOrSayWhyNot() throws IOException {
        assertThat(find(new DeviceProbe(), "udmabuf").value()).isEqualTo("(missing)");
        assertThat(find(new DeviceProbe(), "KVM").value()).isEqualTo("ENOENT, CPU shows no vmx or svm");
        write("dev/udmabuf", "");
        write("dev/kvm", "");
        write("proc/cpuinfo", "processor\t: 0\nflags\t\t: fpu svm avx2\n");
        assertThat(find(new DeviceProbe(), "udmabuf").verdict()).isEqualTo(Verdict.OK);
        assertThat(find(new DeviceProbe(), "KVM").value()).isEqualTo("ENOTTY, CPU virtualises");
        Machine kvm = machine((fd, request, argument) -> request == DeviceProbe.KVM_GET_API_VERSION ? 12 : -25);
        assertThat(new DeviceProbe().ask(kvm).get(1).value()).isEqualTo("API 12, CPU virtualises");
        Files.setPosixFilePermissions(root.resolve("dev/udmabuf"), PosixFilePermissions.fromString("---------"));
        boolean root = Files.isReadable(this.root.resolve("dev/udmabuf"));
        assertThat(find(new DeviceProbe(), "udmabuf").value()).isEqualTo(root ? "usable" : "(no permission)");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1024, 1 KiB", "1536, 1.5 KiB", "16777216, 16 MiB", "34359738368, 32 GiB"})
    void sizesAreShort(long bytes, String text) {
        assertThat(Machine.size(bytes)).isEqualTo(text);
    }

    private Path gpu(String address, String kind) throws IOException {
        write("sys/bus/pci/devices/" + address + "/class", kind + "\n");
        Path device = root.resolve("sys/bus/pci/devices/" + address);
        Files.writeString(device.resolve("vendor"), "0x10de\n");
        Files.writeString(device.resolve("device"), "0x2684\n");
        Files.writeString(device.resolve("subsystem_vendor"), "0x10de\n");
        Files.writeString(device.resolve("subsystem_device"), "0x16f3\n");
        Files.createSymbolicLink(device.resolve("driver"), Path.of("../../../bus/pci/drivers/nova-core"));
        Files.writeString(device.resolve("resource"), """
                0x00000000f4000000 0x00000000f4ffffff 0x0000000000040200
                0x0000004000000000 0x00000043ffffffff 0x000000000014220c
                0x0000000000000000 0x0000000000000000 0x0000000000000000
                0x0000004400000000 0x0000004401ffffff 0x000000000014220c
                0x0000000000000000 0x0000000000000000 0x0000000000000000
                0x000000000000e000 0x000000000000e07f 0x0000000000040101
                0x00000000000c0000 0x00000000000dffff 0x0000000000000212
                """);
        return device;
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Machine machine(Machine.Ioctl ioctl) {
        return new Machine(root.resolve("proc"), root.resolve("sys"), root.resolve("dev"), ioctl);
    }

    private List<Finding> ask(Probe probe) {
        return probe.ask(machine(Linux::ioctl));
    }

    private Finding only(Probe probe) {
        List<Finding> findings = ask(probe);
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private Finding find(Probe probe, String fact) {
        return ask(probe).stream()
                .filter(finding -> finding.fact().equals(fact))
                .findFirst()
                .orElseThrow();
    }
}
