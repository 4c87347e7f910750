package dev.pgduo.shell.client;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.wal.WalDirectory;
import dev.pgduo.cluster.wal.WalSegment;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The WAL directory and the range that pg_waldump reads.
 *
 * @param end empty for the end of the WAL
 */
record WalDumpRange(WalDirectory directory, long timeline, Lsn start, Optional<Lsn> end) {
    private record Named(Optional<Path> directory, String file) {
        static Named of(String operand) {
            Path path = Path.of(operand);
            return new Named(
                    Optional.ofNullable(path.getParent()), path.getFileName().toString());
        }
    }

    /** Determines directory, timeline and range from the options. */
    static WalDumpRange of(WalDumpOptions options, ClientOutput out) throws Misuse {
        Optional<Path> said = options.words().value('p').map(Path::of);
        if (said.isPresent() && !Files.isDirectory(said.get())) {
            throw new Misuse("could not open directory \"" + said.get() + "\": No such file or directory");
        }
        List<String> operands = options.words().operands();
        if (operands.isEmpty()) {
            WalDirectory directory = directory(said, Optional.empty(), out);
            Lsn start = options.location('s').orElseThrow(() -> new Misuse("no start WAL location given"));
            return new WalDumpRange(directory, options.timeline(), start, options.location('e'));
        }
        Named first = Named.of(operands.get(0));
        if (said.isEmpty() && first.directory.isPresent()) {
            said = first.directory;
            if (!Files.isDirectory(said.get())) {
                throw LabException.of("could not open directory \"" + said.get() + "\": No such file or directory");
            }
        }
        return segments(directory(said, Optional.of(first.file), out), options);
    }

    private static WalDumpRange segments(WalDirectory directory, WalDumpOptions options) throws Misuse {
        List<String> operands = options.words().operands();
        WalSegment first = segment(directory, operands.get(0));
        WalSegment last = operands.size() > 1 ? segment(directory, operands.get(1)) : first;
        Lsn start = options.location('s').orElse(first.start());
        if (!inside(start, first)) {
            throw new Misuse("start WAL location " + start + " is not inside file \"" + first.name() + "\"");
        }
        if (last.start().compareTo(first.start()) < 0) {
            throw LabException.of("ENDSEG " + operands.get(1) + " is before STARTSEG " + operands.get(0));
        }
        Lsn end = options.location('e').orElse(last.end());
        if (!inside(end, last) && !end.equals(last.end())) {
            throw new Misuse(
                    "end WAL location " + end + " is not inside file \"" + operands.get(operands.size() - 1) + "\"");
        }
        return new WalDumpRange(directory, last.timeline(), start, Optional.of(end));
    }

    private static boolean inside(Lsn place, WalSegment segment) {
        return place.compareTo(segment.start()) >= 0 && place.compareTo(segment.end()) < 0;
    }

    private static WalSegment segment(WalDirectory directory, String operand) {
        String name = Named.of(operand).file;
        if (!Files.exists(directory.path().resolve(name))
                || !WalDirectory.SEGMENT.matcher(name).matches()) {
            throw LabException.of("could not open file \"" + name + "\"");
        }
        return WalSegment.parse(name, directory.segmentSize());
    }

    private static WalDirectory directory(Optional<Path> said, Optional<String> file, ClientOutput out) {
        List<Path> candidates = new ArrayList<>(WalDirectory.candidates(said.orElse(Path.of("."))));
        String data = out.environment().get("PGDATA");
        if (said.isEmpty() && data != null) {
            candidates.addAll(WalDirectory.candidates(Path.of(data)));
        }
        try {
            return WalDirectory.find(candidates, file)
                    .orElseThrow(() -> LabException.of(file.map(name -> "could not locate WAL file \"" + name + "\"")
                            .orElse("could not find any WAL file")));
        } catch (WalDirectory.NoSegment e) {
            throw LabException.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw LabException.of(FailureReason.of(e));
        }
    }
}
