package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.scan.Quoting;
import dev.pgduo.table.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The person's editor on a file or the query buffer (psql 15: {@code do_edit}). */
public final class Editor {
    private final Psql psql;
    private final int line;

    /** An editor that starts at this line, 0 for none. */
    public Editor(Psql psql, int line) {
        this.psql = psql;
        this.line = line;
    }

    /** Edits a file, and reads it into the query buffer; returns false after an error, which was printed. */
    public boolean edit(String file) {
        return edit(file, Targets.path(file, psql), true);
    }

    /**
     * Edits the query buffer; returns false after an error, which was printed.
     *
     * @param discard whether the buffer is emptied when nothing was changed
     */
    public boolean editBuffer(boolean discard) throws IOException {
        Path file = Files.createTempFile("psql.edit.", ".sql");
        try {
            String text = psql.buffer().toString();
            Files.write(file, ByteText.encode(text.isEmpty() || text.endsWith("\n") ? text : text + "\n"));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(2)));
            psql.host().own(file);
            return edit(file.toString(), file, discard);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private boolean edit(String name, Path file, boolean discard) {
        try {
            byte[] before = bytes(file);
            FileTime time = Files.getLastModifiedTime(file);
            if (line > 0 && psql.host().environment().get("PSQL_EDITOR_LINENUMBER_ARG") == null) {
                psql.err("environment variable PSQL_EDITOR_LINENUMBER_ARG must be set to specify a line number");
                return false;
            }
            if (psql.host().onTerminal(command(file), psql.output()) != 0) {
                return false;
            }
            byte[] after = bytes(file);
            boolean changed = !Arrays.equals(before, after) || !time.equals(Files.getLastModifiedTime(file));
            if (changed || discard) {
                psql.buffer().setLength(0);
            }
            psql.buffer().append(changed ? ByteText.decode(after) : "");
            return true;
        } catch (IOException e) {
            psql.err(name + ": " + FailureReason.of(e));
        }
        return false;
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = psql.host().read(file)) {
            return in.readAllBytes();
        }
    }

    private String command(Path file) {
        Map<String, String> environment = psql.host().environment();
        String editor = List.of("PSQL_EDITOR", "EDITOR", "VISUAL").stream()
                .filter(environment::containsKey)
                .findFirst()
                .map(environment::get)
                .orElse("vi");
        String place = line > 0 ? environment.get("PSQL_EDITOR_LINENUMBER_ARG") + line + " " : "";
        return "exec " + editor + " " + place + Quoting.shellWord(file.toString());
    }
}
