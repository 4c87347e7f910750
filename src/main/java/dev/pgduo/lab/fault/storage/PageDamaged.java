package dev.pgduo.lab.fault.storage;

import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;

/** The header of a table's page is overwritten with invalid bytes while the server is down: a page in memory would hide it. */
record PageDamaged(FaultCard card) implements Fault {
    private static final int PAGE = 8192;
    private static final int HEADER = 24;

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        DamagedTable.make(scene);
        DamagedFile page = new DamagedFile(DamagedTable.file(scene), PAGE);
        work.stop(scene.node(), StopMode.FAST);
        page.damage(scene, HEADER);
        work.start(scene.node());
    }

    @Override
    public Evidence evidence(Scene scene) {
        String invalid = "invalid page in block 1 of relation";
        return Evidence.of(DamagedTable.error(scene, invalid), scene.logSign(invalid));
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.stop(scene.node(), StopMode.FAST);
        DamagedFile.repair(scene);
        work.revive(scene.node());
        DamagedTable.drop(scene);
    }

    @Override
    public boolean healed(Scene scene) {
        return DamagedTable.gone(scene);
    }
}
