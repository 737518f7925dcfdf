package dev.ferrite.locks.poll;

import java.util.List;

/** A poller that writes down who was woken with what. */
final class Recorder extends Poller {
    private final String name;
    private final List<String> log;
    private final boolean sleeps;

    Recorder(String name, List<String> log, boolean sleeps) {
        this.name = name;
        this.log = log;
        this.sleeps = sleeps;
    }

    int join(PollSource source, boolean exclusive) {
        return attach(source, exclusive);
    }

    int join(PollCondVar condVar, boolean exclusive) {
        return attach(Epoll.bare(condVar), exclusive);
    }

    void leave() {
        detach();
    }

    @Override
    protected boolean wake(int key) {
        log.add(key == 0 ? name : name + " 0x" + Integer.toHexString(key));
        return sleeps;
    }

    @Override
    public String toString() {
        return "Recorder " + name;
    }
}
