package dev.pgduo.session.query;

import dev.pgduo.report.FailureReason;
import dev.pgduo.scan.Quoting;
import dev.pgduo.table.ByteText;
import dev.pgduo.table.Format;
import dev.pgduo.wire.ConnectionLost;
import dev.pgduo.wire.TransactionStatus;
import dev.pgduo.wire.WireConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Imports, exports and removes large objects (psql 15: {@code large_obj.c}); each call is a transaction unless one is open. */
public final class LargeObject {
    private static final int PIECE = 1 << 17;

    private final Psql psql;
    private final WireConnection connection;

    private LargeObject(Psql psql, WireConnection connection) {
        this.psql = psql;
        this.connection = connection;
    }

    /** The work within the transaction. */
    @FunctionalInterface
    private interface Work {
        /** Returns the line that reports success; null after an error, which was printed. */
        @Nullable
        String run(LargeObject objects) throws ConnectionLost;
    }

    /** Writes a large object to a file. */
    public static boolean export(Psql psql, String number, String file) {
        return run(psql, "\\lo_export", objects -> objects.write(oid(number), file));
    }

    /** Creates a large object from a file. */
    public static boolean load(Psql psql, String file, @Nullable String comment) {
        return run(psql, "\\lo_import", objects -> objects.read(file, comment));
    }

    /** Removes a large object. */
    public static boolean unlink(Psql psql, String number) {
        return run(psql, "\\lo_unlink", objects -> objects.remove(oid(number)));
    }

    private static boolean run(Psql psql, String name, Work work) {
        WireConnection connection = psql.connection();
        if (connection == null || connection.status() == TransactionStatus.FAILED) {
            String words = connection == null ? ": not connected to a database" : ": current transaction is aborted";
            psql.err(name + words);
            return false;
        }
        try {
            return new LargeObject(psql, connection).inTransaction(work);
        } catch (ConnectionLost e) {
            QuerySender.lost(psql);
            return false;
        }
    }

    private boolean inTransaction(Work work) throws ConnectionLost {
        boolean own = connection.status() == TransactionStatus.IDLE;
        if (own && ask("BEGIN") == null) {
            return false;
        }
        boolean ends = own && psql.variables().on("AUTOCOMMIT");
        String told = work.run(this);
        boolean committed = told != null && (!ends || ask("COMMIT") != null);
        if (!committed && ends) {
            ask("ROLLBACK");
        }
        if (committed && told != null) {
            tell(told);
        }
        return committed;
    }

    private @Nullable Rows ask(String sql) throws ConnectionLost {
        return SilentQuery.run(psql, connection, sql);
    }

    private void tell(String line) {
        boolean html = psql.settings().print().format() == Format.HTML;
        if (!psql.settings().quiet()) {
            write(psql.target().stream(), html ? "<p>" + line + "</p>\n" : line + "\n");
        }
        OutputStream log = psql.target().logFile();
        if (log != null) {
            write(log, line + "\n");
        }
    }

    private void write(OutputStream out, String text) {
        try {
            out.write(ByteText.encode(text));
        } catch (IOException e) {
            psql.err(FailureReason.of(e));
        }
    }

    private @Nullable String write(long oid, String file) throws ConnectionLost {
        if (ask("SELECT pg_catalog.lo_open('" + oid + "', 262144)") == null) {
            return null;
        }
        try (OutputStream out = psql.host().write(Targets.path(file, psql))) {
            long done = 0;
            byte[] piece = piece(oid, done);
            while (piece != null && piece.length > 0) {
                out.write(piece);
                done += piece.length;
                piece = piece(oid, done);
            }
            return piece == null ? null : "lo_export";
        } catch (IOException e) {
            psql.log().info("could not open file \"" + file + "\": " + FailureReason.of(e));
            return null;
        }
    }

    private byte @Nullable [] piece(long oid, long offset) throws ConnectionLost {
        Rows rows =
                ask("SELECT pg_catalog.encode(pg_catalog.lo_get('" + oid + "', " + offset + ", " + PIECE + "), 'hex')");
        String hex = rows == null ? null : rows.text(0, 0);
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    private @Nullable String read(String file, @Nullable String comment) throws ConnectionLost {
        try (InputStream in = psql.host().read(Targets.path(file, psql))) {
            Rows created = ask("SELECT pg_catalog.lo_create('0')");
            String oid = created == null ? null : created.text(0, 0);
            if (oid == null || !fill(oid, in)) {
                return null;
            }
            if (comment != null && ask("COMMENT ON LARGE OBJECT " + oid + " IS " + Quoting.literal(comment)) == null) {
                return null;
            }
            psql.variables().set("LASTOID", oid);
            return "lo_import " + oid;
        } catch (IOException e) {
            psql.log().info("could not open file \"" + file + "\": " + FailureReason.of(e));
            return null;
        }
    }

    private boolean fill(String oid, InputStream in) throws ConnectionLost, IOException {
        long done = 0;
        for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
            String hex = HexFormat.of().formatHex(piece);
            String sql =
                    "SELECT pg_catalog.lo_put('" + oid + "', " + done + ", pg_catalog.decode('" + hex + "', 'hex'))";
            if (ask(sql) == null) {
                return false;
            }
            done += piece.length;
        }
        return true;
    }

    private @Nullable String remove(long oid) throws ConnectionLost {
        return ask("SELECT pg_catalog.lo_unlink('" + oid + "')") == null ? null : "lo_unlink " + oid;
    }

    /** Parses an OID as C does: leading digits, else 0. */
    private static long oid(String text) {
        String digits = text.strip().replaceFirst("^([0-9]{0,10}).*$", "$1");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) & 0xffffffffL;
    }
}
