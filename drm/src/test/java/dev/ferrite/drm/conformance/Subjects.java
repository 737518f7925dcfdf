package dev.ferrite.drm.conformance;

import dev.ferrite.drm.client.KernelNodes;
import dev.ferrite.drm.core.NodeType;
import dev.ferrite.offheap.errno.ErrnoException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The nodes there are. */
final class Subjects {
    private Subjects() {}

    static List<Subject> all() {
        List<Subject> subjects = new ArrayList<>(List.of(
                new EmulatedSubject(NodeType.PRIMARY, false),
                new EmulatedSubject(NodeType.PRIMARY, true),
                new EmulatedSubject(NodeType.RENDER, false)));
        subjects.addAll(real());
        return subjects;
    }

    /** Every real one that this user may open. */
    static List<Subject> real() {
        List<Subject> subjects = new ArrayList<>();
        for (Path path : KernelNodes.list()) {
            try {
                subjects.add(KernelSubject.of(path));
            } catch (ErrnoException e) {
                System.err.println("conformance: " + e.getMessage());
            }
        }
        return subjects;
    }
}
