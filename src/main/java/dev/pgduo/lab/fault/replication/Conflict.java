package dev.pgduo.lab.fault.replication;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.PairWork;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.ShownTable;
import dev.pgduo.session.Probe;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A session on the standby conflicts with replay, and is canceled.
 *
 * @param script the statements that make the conflict
 */
record Conflict(FaultCard card, Script script) implements Fault {
    private static final String TABLE = "pgduo_conflict";
    private static final String SEEN = "due to conflict with recovery";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The statements that make a conflict.
     *
     * @param database the session's database; empty for the default one
     * @param before statements that are executed on the primary first
     * @param session statements of the session on the standby
     * @param primary statements on the primary whose replay conflicts with the session
     * @param detail the DETAIL of the server's message
     */
    record Script(String database, List<String> before, List<String> session, List<String> primary, String detail) {
        static final Script SNAPSHOT = new Script(
                "",
                List.of("create table " + TABLE + " as select generate_series(1, 100) as id"),
                List.of("begin isolation level repeatable read", "select count(*) from " + TABLE),
                List.of("delete from " + TABLE, "vacuum " + TABLE),
                "User query might have needed to see row versions that must be removed");
        static final Script LOCK = new Script(
                "",
                List.of("create table " + TABLE + " as select generate_series(1, 100) as id"),
                List.of("begin", "select count(*) from " + TABLE),
                List.of("alter table " + TABLE + " add column more int"),
                "User was holding a relation lock for too long");
        static final Script DATABASE = new Script(
                TABLE,
                List.of("create database " + TABLE),
                List.of("select 1"),
                List.of("drop database " + TABLE),
                "User was connected to a database that must be dropped");
    }

    @Override
    public boolean needsStream() {
        return true;
    }

    @Override
    public void inject(Scene scene) {
        PairWork work = new PairWork(scene);
        NodeName primary = scene.other();
        clean(scene, primary);
        shorten(work, scene.node());
        script.before().forEach(sql -> scene.execute(primary, sql));
        work.awaitReplay(scene.node());
        try (Probe session = session(scene)) {
            script.session().forEach(sql -> {
                scene.tell(
                        scene.node(),
                        "psql" + (script.database().isEmpty() ? "" : " " + script.database()) + " # " + sql);
                session.rows(sql);
            });
            script.primary().forEach(sql -> scene.execute(primary, sql));
            Pattern seen = Pattern.compile(SEEN);
            Wait.to("see the conflict", PATIENCE)
                    .comesTrue(() -> scene.logged(scene.node(), seen).isPresent());
        }
    }

    private static void shorten(PairWork work, NodeName standby) {
        work.set(standby, "max_standby_streaming_delay", "500ms");
        work.set(standby, "hot_standby_feedback", "off");
        work.reload(standby);
    }

    private Probe session(Scene scene) {
        return script.database().isEmpty()
                ? scene.lab().probe(scene.node())
                : scene.lab().probe(scene.node(), script.database());
    }

    @Override
    public Evidence evidence(Scene scene) {
        return Evidence.of(scene.logSign(SEEN), scene.logSign(script.detail()));
    }

    private void clean(Scene scene, NodeName primary) {
        if (script.database().isEmpty()) {
            new ShownTable(scene, primary, TABLE).drop();
        } else {
            scene.execute(primary, "drop database if exists " + script.database());
        }
    }

    @Override
    public void heal(Scene scene) {
        PairWork work = new PairWork(scene);
        work.start(scene.other());
        clean(scene, scene.primary(scene.other()));
        work.start(scene.node());
        if (work.putBack(scene.node())) {
            work.reload(scene.node());
        }
    }

    @Override
    public boolean healed(Scene scene) {
        return scene.answers(scene.node(), "select current_setting('max_standby_streaming_delay') <> '500ms'", "t")
                && new ShownTable(scene, scene.other(), TABLE).gone();
    }
}
