package dev.pgduo.shell.lab;

import dev.pgduo.lab.Consent;
import dev.pgduo.lab.PairUp;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.conf.NodeConf;

/** How a command shows its work on the lab, step by step. */
record LabSteps(LabContext context) {
    /** Shows each command. */
    CommandEcho echo() {
        return new CommandEcho(context.desk().naming(), context.out());
    }

    /** Shows the steps of a longer piece of work. */
    EchoSteps told() {
        return new EchoSteps(
                echo(),
                context.audience().progress().drawn(),
                context.audience().remarks());
    }

    /** Ends the load, if one runs: what it works on goes. */
    void endLoad() {
        if (context.lab().load().end()) {
            echo().say("load ended");
        }
    }

    /** Makes standbys. */
    StandbySteps standby() {
        return new StandbySteps(context.lab(), told());
    }

    /** Brings the pair up. */
    PairUp pair(Consent consent) {
        return new PairUp(
                context.lab(),
                standby(),
                consent,
                (node, name, value) -> echo().change(node, new NodeConf(context.lab(), node).set(null, name, value)));
    }
}
