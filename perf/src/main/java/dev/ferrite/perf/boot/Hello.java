package dev.ferrite.perf.boot;

/** The smallest program: what a JVM takes to say anything at all. */
public final class Hello {
    private Hello() {}

    /**
     * Says it.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println("[hello]");
    }
}
