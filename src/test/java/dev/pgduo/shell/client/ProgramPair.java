package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.cluster.process.RunAs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** A stand-in beside the program that it stands in for. */
final class ProgramPair {
    private static final String ZONE = "Europe/Berlin";

    private ProgramPair() {}

    /** A program's end. */
    record Ended(int code, String out, String err) {}

    /** What the stand-in does. */
    static Ended own(List<String> words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        TimeZone before = TimeZone.getDefault();
        int code;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
            code = new ClientMain(new PrintWriter(out), new PrintWriter(err), Map.of())
                    .run(words)
                    .orElseThrow();
        } finally {
            TimeZone.setDefault(before);
        }
        return new Ended(code, out.toString(), err.toString());
    }

    /** What the stand-in does for a user that is not root. */
    static Ended ownAsServer(List<String> words) {
        String before = System.getProperty("user.name");
        try {
            System.setProperty("user.name", "postgres");
            return own(words);
        } finally {
            System.setProperty("user.name", before);
        }
    }

    /** What the real one does that is in this directory. */
    static Ended real(Path bin, List<String> words) {
        return real(bin, words, new RunAs.Direct());
    }

    /** The same as another user. */
    static Ended real(Path bin, List<String> words, RunAs runAs) {
        String program = bin.resolve(words.get(0)).toString();
        List<String> clean = new ArrayList<>(List.of("env", "-i", "TZ=" + ZONE, "LC_ALL=C", program));
        clean.addAll(words.subList(1, words.size()));
        Finished finished = OsCommand.of(clean).as(runAs).run();
        return new Ended(
                finished.exitCode(), finished.stdout(), finished.stderr().replace(program, words.get(0)));
    }
}
