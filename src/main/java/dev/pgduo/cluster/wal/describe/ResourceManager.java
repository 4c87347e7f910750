package dev.pgduo.cluster.wal.describe;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The resource managers, the parts of the server that write and replay WAL records, by their IDs: the same ones from 9.6 to 18, and custom
 * ones of extensions.
 */
public final class ResourceManager {
    /** The names, by ID. */
    public static final List<String> NAMES = List.of(
            "XLOG",
            "Transaction",
            "Storage",
            "CLOG",
            "Database",
            "Tablespace",
            "MultiXact",
            "RelMap",
            "Standby",
            "Heap2",
            "Heap",
            "Btree",
            "Hash",
            "Gin",
            "Gist",
            "Sequence",
            "SPGist",
            "BRIN",
            "CommitTs",
            "ReplicationOrigin",
            "Generic",
            "LogicalMessage");

    /** The ID of the one that ends transactions. */
    public static final int TRANSACTION = 1;

    private ResourceManager() {}

    /** The name that pg_waldump gives it. */
    public static String name(int number) {
        return number < NAMES.size() ? NAMES.get(number) : String.format(Locale.ROOT, "custom%03d", number);
    }

    /** The ID of a name in upper or lower case. */
    public static Optional<Integer> find(String name) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (NAMES.get(i).equalsIgnoreCase(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
