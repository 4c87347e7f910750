package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairFault;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.ShownTable;
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
 * @param standby whether the standby is damaged, which gets the WAL from its primary again
 */
record WalDamaged(FaultCard card, boolean standby) implements PairFault {
    private static final int ROWS = 10;
    private static final int DAMAGED = 8;
    private static final String MARK = "pgduo damages WAL of transaction ";
    private static final String COUNT = "select count(*) from " + DamagedTable.NAME;

    private ShownTable shown(Scene scene) {
        return new ShownTable(scene, primary(scene), DamagedTable.NAME);
    }

    private NodeName primary(Scene scene) {
        return standby ? scene.other() : scene.node();
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = primary(scene);
        shown(scene).drop();
        scene.execute(primary, "create table " + DamagedTable.NAME + "(t text)");
        // After a checkpoint, the first change of a page is logged with the whole page; a later row has a record of its
        // own.
        scene.execute(primary, "checkpoint");
        if (standby) {
            work.awaitReplay(primary.other());
            scene.execute(scene.node(), "checkpoint");
        }
        // The text must occur in no other record, not even in old contents of a segment that is used again.
        String mark = MARK + scene.ask(primary, "select txid_current()") + ", row ";
        for (int row = 1; row <= ROWS; row++) {
            scene.execute(primary, "insert into " + DamagedTable.NAME + " values ('" + mark + row + ".')");
        }
        work.awaitReplay(primary.other());
        work.stop(scene.node(), StopMode.IMMEDIATE);
        place(scene, mark).damage(scene, 1);
        work.start(scene.node());
    }

    private static DamagedFile place(Scene scene, String mark) {
        byte[] wanted = (mark + DAMAGED + ".").getBytes(StandardCharsets.US_ASCII);
        Path directory = scene.server().walDirectory();
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
        if (scene.lab().node(scene.node()).status().pid().isEmpty()) {
            DamagedFile.repair(scene);
        }
        work.start(primary(scene));
        if (standby) {
            work.start(scene.node());
            work.awaitStream(scene.node());
        } else {
            work.rebuild(scene.other());
        }
        shown(scene).drop();
    }
}
