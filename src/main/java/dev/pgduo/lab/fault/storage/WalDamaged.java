package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record of the WAL that recovery needs is damaged while the node is down.
 *
 * @param standby whether on the standby, which gets it anew from its primary
 */
record WalDamaged(FaultCard card, boolean standby) implements Fault {
    private static final int ROWS = 10;
    private static final int DAMAGED = 8;
    private static final String MARK = "pgduo damages this row ";
    private static final String COUNT = "select count(*) from " + DamagedTable.NAME;

    @Override
    public boolean needsStream() {
        return true;
    }

    private NodeName primary(Scene scene) {
        return standby ? scene.other() : scene.node();
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = primary(scene);
        scene.execute(primary, "drop table if exists " + DamagedTable.NAME);
        scene.execute(primary, "create table " + DamagedTable.NAME + "(t text)");
        // Whole pages are written after a checkpoint: the row is then in its own record.
        scene.execute(primary, "checkpoint");
        if (standby) {
            caughtUp(scene, primary);
            scene.execute(scene.node(), "checkpoint");
        }
        for (int row = 1; row <= ROWS; row++) {
            scene.execute(primary, "insert into " + DamagedTable.NAME + " values ('" + MARK + row + ".')");
        }
        caughtUp(scene, primary);
        work.stop(scene.node(), StopMode.IMMEDIATE);
        place(scene).damage(scene, 1);
        work.start(scene.node());
    }

    private static void caughtUp(Scene scene, NodeName primary) {
        String written =
                scene.ask(primary, "select " + scene.lab().capabilities().walFunction("pg_current_wal_lsn") + "()");
        String question = "select " + scene.lab().capabilities().walFunction("pg_last_wal_replay_lsn") + "() >= '"
                + written + "'";
        new Wait("have node " + primary.other() + " replay " + written, Deadline.DEFAULT, () -> "less")
                .until(() -> scene.ask(primary.other(), question).equals("t"));
    }

    private static DamagedFile place(Scene scene) {
        Lab lab = scene.lab();
        byte[] wanted = (MARK + DAMAGED + ".").getBytes(StandardCharsets.US_ASCII);
        Path directory =
                scene.server().layout().data().resolve(lab.capabilities().walDirectory());
        List<DamagedFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches("[0-9A-F]{24}"))
                    .sorted()
                    .toList()) {
                int at = indexOf(Files.readAllBytes(file), wanted);
                if (at >= 0) {
                    found.add(new DamagedFile(file, at));
                }
            }
        } catch (IOException e) {
            throw LabException.of("could not read directory \"" + directory + "\": " + FailureReason.of(e));
        }
        if (found.isEmpty()) {
            throw LabException.of("could not find the record in the WAL of node " + scene.node());
        }
        return found.get(found.size() - 1);
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        for (int at = 0; at + wanted.length <= text.length; at++) {
            if (text[at] == wanted[0] && Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    @Override
    public Evidence evidence(Scene scene) {
        Sign checksum = scene.logSign("incorrect resource manager data checksum in record at");
        Sign rows = standby
                ? scene.answerSign(scene.node(), COUNT, Integer.toString(ROWS), "all rows are there again")
                : new Sign("rows that are gone", () -> lost(scene));
        return standby
                ? Evidence.of(checksum, scene.logSign("started streaming WAL from primary"), rows)
                : Evidence.of(checksum, rows);
    }

    private static Optional<String> lost(Scene scene) {
        try {
            int left = Integer.parseInt(scene.ask(scene.node(), COUNT));
            return left < ROWS
                    ? Optional.of(left + " of " + ROWS + " acknowledged rows are there, and the server runs")
                    : Optional.empty();
        } catch (LabException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.start(primary(scene));
        if (standby) {
            work.start(scene.node());
            work.awaitStream(scene.node());
        } else {
            work.rebuild(scene.other());
        }
        scene.execute(primary(scene), "drop table if exists " + DamagedTable.NAME);
    }

    @Override
    public boolean healed(Scene scene) {
        return new PairWork(scene).healthy();
    }
}
