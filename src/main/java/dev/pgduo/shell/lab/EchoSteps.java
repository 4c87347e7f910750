package dev.pgduo.shell.lab;

import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.Performed;
import dev.pgduo.lab.PairUp;

/** Shows each step of a longer piece of work as it is done. */
record EchoSteps(Echo echo) implements PairUp.Listener {
    @Override
    public void performed(NodeName node, Performed performed) {
        echo.show(node, performed);
    }

    @Override
    public void sql(NodeName node, String statement) {
        echo.sql(node, statement);
    }
}
