package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Consent;
import dev.pgduo.lab.PairUp;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.lab.fault.FaultListener;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.loss.LostRows;

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

    /** What a person sees of a fault. */
    FaultListener faultEcho() {
        CommandEcho echo = echo();
        return new FaultListener() {
            @Override
            public void command(NodeName node, String line) {
                echo.command(node, line);
            }

            @Override
            public void statement(NodeName node, String sql) {
                echo.statement(node, sql + ";");
            }

            @Override
            public void remark(String words) {
                echo.say(words);
            }
        };
    }

    /** The faults of the lab, shown as they are done. */
    Faults faults() {
        return new Faults(context.lab(), faultEcho());
    }

    /** Ends the load and the faults: both nodes are about to be stopped. */
    void endFaults() {
        endLoad();
        LostRows.endCopy(context.lab());
        faults().end().forEach(echo()::say);
    }

    /** Ends the load, and forgets the faults: the data that they are in are about to go. */
    void forgetFaults() {
        endLoad();
        LostRows.endCopy(context.lab());
        faults().forget();
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
