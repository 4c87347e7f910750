package dev.pgduo.lab.load.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares a ledger with the rows in a database.
 *
 * @param lost acknowledged transactions that are missing
 * @param kept transactions of unknown result that are present
 * @param wrong refused transactions that are present, which is never right
 */
public record LedgerCheck(int lost, int kept, int wrong) {
    /** Queries a server. */
    @FunctionalInterface
    public interface Server {
        /** All rows of a small result as text. */
        List<List<@Nullable String>> rows(String sql);
    }

    /** Compares them; transactions that are acknowledged during the comparison are not counted. */
    static LedgerCheck of(Path ledger, long run, Server server) throws IOException {
        Map<TransactionVerdict, BitSet> told = new EnumMap<>(TransactionVerdict.class);
        for (TransactionVerdict verdict : TransactionVerdict.values()) {
            told.put(verdict, new BitSet());
        }
        Ledger.read(ledger, entry -> numbers(told, entry.verdict()).set((int) entry.id()));
        BitSet present = present(run, server);
        BitSet lost = numbers(told, TransactionVerdict.ACKNOWLEDGED);
        lost.andNot(present);
        return new LedgerCheck(
                lost.cardinality(),
                both(numbers(told, TransactionVerdict.UNKNOWN), present),
                both(numbers(told, TransactionVerdict.REFUSED), present));
    }

    private static BitSet numbers(Map<TransactionVerdict, BitSet> told, TransactionVerdict verdict) {
        return told.getOrDefault(verdict, new BitSet());
    }

    private static int both(BitSet told, BitSet present) {
        told.and(present);
        return told.cardinality();
    }

    private static BitSet present(long run, Server server) {
        BitSet present = new BitSet();
        String table = server.rows(LedgerTable.exists()).get(0).get(0);
        if (table != null && !table.isEmpty()) {
            for (List<@Nullable String> range : server.rows(LedgerTable.ranges(run))) {
                present.set(
                        Integer.parseInt(String.valueOf(range.get(0))),
                        Integer.parseInt(String.valueOf(range.get(1))) + 1);
            }
        }
        return present;
    }
}
