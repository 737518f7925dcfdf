package dev.ferrite.runtime.machine;

import java.util.List;

/** Asks a machine about one area. */
interface Probe {
    List<Finding> ask(Machine machine);
}
