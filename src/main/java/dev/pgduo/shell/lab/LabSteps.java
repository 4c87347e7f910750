package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Consent;
import dev.pgduo.lab.PairUp;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.conf.NodeConf;
import dev.pgduo.lab.fault.FaultListener;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.loss.LostRows;

/** Operations on the lab whose steps are printed. */
record LabSteps(LabContext context) {
    /** Prints commands. */
    CommandEcho echo() {
        return new CommandEcho(context.desk().naming(), context.out());
    }

    /** Prints the steps of a longer operation. */
    EchoSteps told() {
        return new EchoSteps(
                echo(),
                context.audience().progress().drawn(),
                context.audience().remarks());
    }

    /** Ends a running load, because its data are about to be removed. */
    void endLoad() {
        if (context.lab().load().end()) {
            echo().say("load ended");
        }
    }

    /** Prints the commands of a fault. */
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

    /** The lab's faults, whose commands are printed. */
    Faults faults() {
        return new Faults(context.lab(), faultEcho());
    }

    /** Ends the load and the active faults, because both nodes are about to be stopped. */
    void endFaults() {
        endLoad();
        LostRows.endCopy(context.lab());
        faults().end().forEach(echo()::say);
    }

    /** Ends the load and forgets the active faults, because their data are about to be removed. */
    void forgetFaults() {
        endLoad();
        LostRows.endCopy(context.lab());
        faults().forget();
    }

    /** The steps that make standbys. */
    StandbySteps standby() {
        return new StandbySteps(context.lab(), told());
    }

    /** Brings up the pair. */
    PairUp pair(Consent consent) {
        return new PairUp(
                context.lab(),
                standby(),
                consent,
                (node, name, value) -> echo().change(node, new NodeConf(context.lab(), node).set(null, name, value)));
    }
}
