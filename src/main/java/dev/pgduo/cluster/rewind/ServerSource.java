package dev.pgduo.cluster.rewind;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.Field;
import dev.pgduo.wire.ResponseHandler;
import dev.pgduo.wire.ServerMessage;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A source that is a running server, a primary or a standby, which is asked for its files. The connection's role needs no more than the
 * right to read files. When the server is on this machine and this process may read its data directory, the files are read directly.
 *
 * @param connection to any database of it
 * @param beside the server's data directory, if this process can read it
 */
public record ServerSource(WireConnection connection, Optional<DirectorySource> beside) implements RewindSource {
    /** The number of pieces that are asked for at once. */
    private static final int AT_ONCE = 1000;

    private static final int TRANSACTION_TIMEOUT = 17;
    private static final String STARTED = "postmaster.pid";

    private static final String FILES = """
            with recursive tree (parent, name, size, isdir) as (
              select '', entry, (pg_stat_file(entry, true)).size, (pg_stat_file(entry, true)).isdir
              from pg_ls_dir('.', true, false) entry
              union all
              select parent || name || '/', entry, stat.size, stat.isdir
              from tree, pg_ls_dir(parent || name, true, false) entry,
                   pg_stat_file(parent || name || '/' || entry, true) stat
              where tree.isdir)
            select parent || name, tree.size, isdir, pg_tablespace_location(t.oid)
            from tree left join pg_tablespace t on parent = 'pg_tblspc/' and t.oid::text = name
            where tree.size is not null""";

    /** A source that is asked for all its files over the connection. */
    public ServerSource(WireConnection connection) {
        this(connection, Optional.empty());
    }

    /**
     * Prepares the connection, and finds out where the server is.
     *
     * @throws LabException when the server cannot be a source
     */
    public ServerSource begin() throws IOException {
        for (String setting : List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")) {
            run("set " + setting + " = 0");
        }
        if (capabilities().major() >= TRANSACTION_TIMEOUT) {
            run("set transaction_timeout = 0");
        }
        run("set default_transaction_read_only = on");
        run("set standard_conforming_strings = on");
        run("select pg_catalog.set_config('search_path', '', false)");
        if (!one("show full_page_writes").equals("on")) {
            throw LabException.of("full_page_writes must be enabled in the source server");
        }
        return new ServerSource(connection, directory());
    }

    /**
     * The server's data directory, if the directory of this name on this machine is the same: it has the same postmaster.pid as the server
     * reads.
     */
    private Optional<DirectorySource> directory() {
        try {
            Path data = Path.of(one("show data_directory"));
            Path started = data.resolve(STARTED);
            boolean here = Files.isReadable(started)
                    && Files.isReadable(data.resolve(DataPath.CONTROL))
                    && Arrays.equals(Files.readAllBytes(started), asked(STARTED));
            return here ? Optional.of(new DirectorySource(data)) : Optional.empty();
        } catch (IOException | InvalidPathException | LabException e) {
            return Optional.empty();
        }
    }

    /** The capabilities of the server's major. */
    public Capabilities capabilities() {
        return Capabilities.of(ServerVersion.parse(String.valueOf(connection.parameter("server_version"))));
    }

    @Override
    public boolean running() {
        return true;
    }

    @Override
    public boolean sideBySide() {
        return beside.isPresent();
    }

    @Override
    public byte[] read(String path) throws IOException {
        return beside.isPresent() ? beside.get().read(path) : asked(path);
    }

    private byte[] asked(String path) throws IOException {
        Collecting handler = new Collecting();
        Piece piece = new Piece(path, 0, Integer.MAX_VALUE, true);
        run(
                "copy (select 0, pg_read_binary_file(" + quoted(path) + ")) to stdout (format binary)",
                new CopiedRows(List.of(piece), handler));
        return handler.bytes;
    }

    private static final class Collecting implements Sink {
        private byte[] bytes = {};

        @Override
        public void bytes(Piece piece, ByteBuffer from) {
            bytes = new byte[from.remaining()];
            from.get(bytes);
        }

        @Override
        public void gone(Piece piece) throws IOException {
            throw new IOException("could not fetch remote file \"" + piece.path() + "\"");
        }
    }

    @Override
    public void list(Consumer<ClusterFile> files) throws IOException {
        if (beside.isPresent()) {
            new LocalFiles(beside.get().data(), true).list(files);
        } else {
            run(FILES, new Rows(row -> files.accept(file(row))));
        }
    }

    private static ClusterFile file(List<@Nullable String> row) {
        String path = String.valueOf(row.get(0));
        String link = row.get(3);
        if (link != null && link.startsWith("/")) {
            return ClusterFile.link(path, link);
        }
        return "t".equals(row.get(2))
                ? ClusterFile.directory(path)
                : ClusterFile.file(path, Long.parseLong(String.valueOf(row.get(1))));
    }

    @Override
    public void fetch(List<Piece> pieces, Sink sink) throws IOException {
        for (int i = 0; i < pieces.size(); i += AT_ONCE) {
            List<Piece> some = pieces.subList(i, Math.min(i + AT_ONCE, pieces.size()));
            if (beside.isPresent()) {
                sink.asking(some.size());
                beside.get().fetch(some, sink, true);
                continue;
            }
            StringBuilder sql =
                    new StringBuilder("copy (select i, pg_read_binary_file(path, start, length, true) from (values ");
            for (int n = 0; n < some.size(); n++) {
                Piece piece = some.get(n);
                sql.append(n == 0 ? "(" : ", (")
                        .append(n)
                        .append(", ")
                        .append(quoted(piece.path()))
                        .append(", ")
                        .append(piece.begin())
                        .append("::bigint, ")
                        .append(piece.length())
                        .append("::bigint)");
            }
            sql.append(") wanted (i, path, start, length)) to stdout (format binary)");
            sink.asking(some.size());
            run(sql.toString(), new CopiedRows(some, sink));
        }
    }

    @Override
    public Lsn insertPosition() throws IOException {
        return Lsn.parse(one("select pg_catalog." + capabilities().walFunction("pg_current_wal_insert_lsn") + "()"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private String one(String sql) throws IOException {
        List<String> values = new ArrayList<>();
        run(sql, new Rows(row -> values.add(String.valueOf(row.get(0)))));
        return values.isEmpty() ? "" : values.get(0);
    }

    private void run(String sql) throws IOException {
        run(sql, new Rows(row -> {}));
    }

    private void run(String sql, Answer answer) throws IOException {
        try {
            connection.query(sql, answer);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ConnectionLost e) {
            throw new IOException(ConnectionLost.WORDS.strip(), e);
        }
        if (!answer.failure().isEmpty()) {
            String query = sql.length() > 200 ? sql.substring(0, 200) + "…" : sql;
            throw LabException.of("error running query (" + query + ") in source server: " + answer.failure());
        }
    }

    /** A handler for a query's answer that keeps the error. */
    abstract static class Answer implements ResponseHandler {
        private String failure = "";

        String failure() {
            return failure;
        }

        @Override
        public void fields(List<Field> fields) {}

        @Override
        public void row(byte[] @Nullable [] values) {}

        @Override
        public void complete(String tag) {}

        @Override
        public void error(ServerMessage error) {
            failure = error.severity() + ":  " + error.message();
        }

        @Override
        public void notice(ServerMessage notice) {}
    }

    /** Keeps the rows of an answer, as texts. */
    private static final class Rows extends Answer {
        private final Consumer<List<@Nullable String>> rows;

        Rows(Consumer<List<@Nullable String>> rows) {
            this.rows = rows;
        }

        @Override
        public void row(byte[] @Nullable [] values) {
            List<@Nullable String> row = new ArrayList<>();
            for (byte[] value : values) {
                row.add(value == null ? null : new String(value, StandardCharsets.UTF_8));
            }
            rows.accept(row);
        }
    }
}
