package dev.ferrite.runtime.metrics;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** One counter's value, emitted once a period for each counter. */
@Name("dev.ferrite.Counter")
@Label("Counter")
@Description("The value of one Ferrite counter or gauge")
@Category({"Ferrite", "Counters"})
@Period("1 s")
@StackTrace(false)
final class CounterEvent extends Event {
    @Label("Name")
    String name = "";

    @Label("Kind")
    String kind = "";

    @Label("Value")
    long value;
}
