package dev.ferrite.runtime.machine;

import dev.ferrite.offheap.errno.Errno;
import dev.ferrite.offheap.linux.Fd;
import dev.ferrite.offheap.linux.Linux;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The devices beside the DRM nodes that make Ferrite more than an emulation. */
final class DeviceProbe implements Probe {
    private static final String AREA = "devices";

    /** {@code _IO(KVMIO, 0x00)}. */
    static final int KVM_GET_API_VERSION = 0xAE00;

    @Override
    public List<Finding> ask(Machine machine) {
        return List.of(udmabuf(machine), kvm(machine));
    }

    private static Finding udmabuf(Machine machine) {
        return device(
                machine.dev().resolve("udmabuf"),
                "udmabuf",
                "VRAM in a memfd can be handed to real drivers as a dma-buf.",
                "VRAM in a memfd stays inside Ferrite: no real dma-buf of it (module udmabuf).");
    }

    /** Opens it and asks for its version: the node may be there on a CPU that cannot do it. */
    private static Finding kvm(Machine machine) {
        Path node = machine.dev().resolve("kvm");
        String cpu = CpuProbe.virtualises(machine) ? ", CPU virtualises" : ", CPU shows no vmx or svm";
        int answer = Linux.open(node.toString(), Linux.O_RDWR | Linux.O_CLOEXEC, 0);
        if (answer >= 0) {
            try (Fd fd = Fd.own(answer, "open " + node)) {
                answer = machine.ioctl().ioctl(fd.value(), KVM_GET_API_VERSION, 0);
            }
        }
        return answer >= 0
                ? Finding.ok(
                        AREA, "KVM", "API " + answer + cpu, "Virtual machines run at full speed: kernels can be tried.")
                : Finding.note(
                        AREA, "KVM", Errno.fromErrno(answer) + cpu, "Virtual machines run without acceleration.");
    }

    private static Finding device(Path node, String fact, String use, String lack) {
        if (!Files.exists(node)) {
            return Finding.note(AREA, fact, "(missing)", lack);
        }
        return Files.isReadable(node) && Files.isWritable(node)
                ? Finding.ok(AREA, fact, "usable", use)
                : Finding.note(AREA, fact, "(no permission)", lack);
    }
}
