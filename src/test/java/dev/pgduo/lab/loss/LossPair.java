package dev.pgduo.lab.loss;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.lab.conf.UnattendedPair;

/** A pair for failovers, with two-phase commits, and without what commits by itself. */
record LossPair(Lab lab) {
    static LossPair up(Lab lab) {
        LossPair pair = new LossPair(lab);
        lab.initialised(NodeName.A);
        pair.set(NodeName.A, "max_prepared_transactions", "20");
        pair.set(NodeName.A, "autovacuum", "off");
        pair.set(NodeName.A, "fsync", "off");
        pair.repair();
        pair.run("create table ledger(id int primary key)");
        pair.run("create table item(id int primary key, note text)");
        pair.run("insert into item select n, 'before' from generate_series(1, 500) as n");
        return pair;
    }

    private void set(NodeName node, String name, String value) {
        new NodeConf(lab, node).set(null, name, value);
    }

    NodeName primary() {
        return lab.withRole(NodeStatus.RUNNING_PRIMARY).orElseThrow();
    }

    StandbySteps steps() {
        return new StandbySteps(lab, StandbySteps.Listener.NONE);
    }

    void run(String sql) {
        lab.query(primary()).rows(sql);
    }

    void repair() {
        UnattendedPair.up(lab);
    }
}
