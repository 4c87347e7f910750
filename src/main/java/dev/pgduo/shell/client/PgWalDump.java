package dev.pgduo.shell.client;

import dev.pgduo.cluster.process.Getopt;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.TimelineHistory;
import dev.pgduo.cluster.wal.WalReader;
import dev.pgduo.cluster.wal.WalRecord;
import dev.pgduo.cluster.wal.describe.Descriptions;
import dev.pgduo.cluster.wal.describe.Listing;
import dev.pgduo.cluster.wal.describe.RecordFilter;
import dev.pgduo.cluster.wal.describe.ResourceManager;
import dev.pgduo.cluster.wal.describe.WalStatistics;
import dev.pgduo.report.LabException;
import java.util.Optional;

/** pg_waldump: prints WAL records. */
final class PgWalDump implements ClientProgram {
    private static final long RETRY_MILLIS = 1000;
    private static final int FILE_TRIES = 5;

    @Override
    public String name() {
        return "pg_waldump";
    }

    @Override
    public Getopt options() {
        return WalDumpOptions.OPTIONS;
    }

    @Override
    public int run(Getopt.Words words, ClientOutput out) throws Misuse {
        WalDumpOptions options = new WalDumpOptions(words);
        if (words.options().isEmpty() && words.operands().isEmpty()) {
            throw new Misuse("no arguments specified");
        }
        if (options.wantsNames()) {
            ResourceManager.NAMES.forEach(out::line);
            return 0;
        }
        options.check();
        return new Run(options, WalDumpRange.of(options, out), out).run();
    }

    /** One run of the listing. */
    private static final class Run {
        private final Getopt.Words words;
        private final RecordFilter filter;
        private final int limit;
        private final WalDumpRange range;
        private final ClientOutput out;
        private final WalStatistics statistics = new WalStatistics();
        private final boolean counting;
        private Lsn last = new Lsn(0);
        private Lsn counted = new Lsn(0);

        Run(WalDumpOptions options, WalDumpRange range, ClientOutput out) throws Misuse {
            this.words = options.words();
            this.filter = options.filter();
            this.limit = options.limit();
            this.range = range;
            this.out = out;
            this.counting = words.has('z');
        }

        int run() {
            try (WalReader reader = WalReader.at(
                            range.directory().path(),
                            range.directory().segmentSize(),
                            TimelineHistory.only(range.timeline()),
                            new Lsn(range.start().position() & -8))
                    .withContents()) {
                range.end().ifPresent(reader::until);
                Lsn first = first(reader);
                Descriptions descriptions = new Descriptions(reader.format());
                list(reader, descriptions);
                return end(reader, first, descriptions);
            }
        }

        private Lsn first(WalReader reader) {
            boolean found = reader.find(range.start());
            requireFile(reader);
            Optional<WalRecord> record = found ? reader.next() : Optional.empty();
            if (record.isEmpty()) {
                throw LabException.of("could not find a valid record after " + range.start());
            }
            Lsn first = record.get().start();
            long skipped = first.minus(range.start());
            if (skipped != 0 && range.start().position() % range.directory().segmentSize() != 0) {
                out.line("first record is after " + range.start() + ", at " + first + ", skipping over " + skipped
                        + (skipped == 1 ? " byte" : " bytes"));
            }
            reader.find(first);
            return first;
        }

        private static void requireFile(WalReader reader) {
            if (reader.lacksFile()) {
                throw LabException.of(
                        "could not find file \"" + reader.nextSegment() + "\": No such file or directory");
            }
        }

        private void list(WalReader reader, Descriptions descriptions) {
            Listing listing = new Listing(out.out(), descriptions, words.has('b'));
            try {
                list(reader, listing);
            } finally {
                listing.flush();
            }
        }

        private void list(WalReader reader, Listing listing) {
            int count = 0;
            int tries = 0;
            while (limit <= 0 || count < limit) {
                Optional<WalRecord> record = reader.next();
                if (record.isEmpty()) {
                    tries = reader.lacksFile() ? tries + 1 : 0;
                    if (!words.has('f') || reader.reachedLimit() || tries > FILE_TRIES || !pause(listing)) {
                        return;
                    }
                    reader.retry();
                    continue;
                }
                tries = 0;
                last = record.get().start();
                if (filter.wants(record.get(), reader.content())) {
                    count++;
                    show(record.get(), reader, listing);
                }
            }
        }

        private void show(WalRecord record, WalReader reader, Listing listing) {
            if (words.has('q')) {
                return;
            }
            if (counting) {
                statistics.add(record, reader.content());
                counted = record.end();
            } else {
                listing.add(record, reader.content());
            }
        }

        private boolean pause(Listing listing) {
            listing.flush();
            out.out().flush();
            try {
                Thread.sleep(RETRY_MILLIS);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private int end(WalReader reader, Lsn first, Descriptions descriptions) {
            requireFile(reader);
            if (counting && !statistics.isEmpty()) {
                boolean byRecord = words.value('z').orElse("").equals("record");
                statistics
                        .lines(first, counted, byRecord ? Optional.of(descriptions) : Optional.empty())
                        .forEach(out::line);
            }
            if (reader.endReason().isEmpty() || reader.reachedLimit()) {
                return 0;
            }
            out.error("error in WAL record at " + last + ": " + reader.endReason());
            return 1;
        }
    }
}
