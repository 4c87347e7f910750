package dev.pgduo;

import dev.pgduo.shell.Invocation;
import dev.pgduo.shell.Shell;
import dev.pgduo.shell.StateFiles;
import dev.pgduo.shell.Streams;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of pgduo in this process.
 *
 * @param code its exit code
 * @param text what it printed, errors among it
 */
record Ran(int code, String text) {
    static Ran pgduo(Path state, String... words) {
        return script(state, "", words);
    }

    /** The same with these lines as its standard input. */
    static Ran script(Path state, String input, String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        Streams streams = new Streams(new StringReader(input), out, out, false);
        StateFiles files = new StateFiles(state);
        int code = new Shell(
                        streams, files, new Composition(state.resolve("lab"), streams, files, Composition.Manner.USUAL))
                .run(Invocation.of(List.of(words)));
        out.flush();
        return new Ran(code, text.toString());
    }
}
