package vmail.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vmail.lab.Cli;
import vmail.lab.Program;
import vmail.lab.Ran;

/**
 * A system call that fails at some places with an error of somebody's choice, by strace(1). Places are compared with the path that a call
 * names, and with that of its descriptor.
 */
record Injection(Call call, String error, List<Path> places) {

    /** What Java does to look at a disk. */
    enum Call {
        LSTAT("statx,newfstatat,lstat,stat"),
        OPENDIR("openat,open"),
        READDIR("getdents64,getdents"),
        READLINK("readlink,readlinkat");

        private final String names;

        Call(String names) {
            this.names = names;
        }
    }

    /** How a command ended, and how often a call was made to fail. */
    record Hit(Ran ran, List<String> calls) {

        boolean at(Path place) {
            return calls.stream()
                    .anyMatch(call -> call.contains("\"" + place + "\"") || call.contains("<" + place + ">"));
        }
    }

    Hit run(Cli cli, Path trace, String... arguments) throws IOException, InterruptedException {
        List<String> strace = new ArrayList<>(List.of(
                Program.STRACE.path().toString(),
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-y",
                "-s",
                "4096",
                "-e",
                "signal=none",
                "-e",
                "trace=" + call.names,
                "-e",
                "inject=" + call.names + ":error=" + error,
                "-o",
                trace.toString()));
        places.forEach(place -> strace.addAll(List.of("-P", place.toString())));
        Ran ran = cli.under(strace.toArray(String[]::new)).run(arguments);
        List<String> calls = Files.readAllLines(trace).stream()
                .filter(line -> line.contains("(INJECTED)"))
                .toList();
        Files.delete(trace);
        return new Hit(ran, calls);
    }

    @Override
    public String toString() {
        return call + " " + error;
    }
}
