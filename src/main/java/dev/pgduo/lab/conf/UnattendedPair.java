package dev.pgduo.lab.conf;

import dev.pgduo.lab.Consent;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.PairUp;
import dev.pgduo.lab.StandbySteps;

/** Makes a primary and its standby of a lab, with nobody to ask or to show the steps to. */
public final class UnattendedPair {
    private UnattendedPair() {}

    /** Brings up both nodes of a lab; data of a node that becomes the standby are replaced. */
    public static void up(Lab lab) {
        new PairUp(
                        lab,
                        new StandbySteps(lab, StandbySteps.Listener.NONE),
                        Consent.GIVEN,
                        (node, name, value) -> new NodeConf(lab, node).set(null, name, value))
                .up();
    }
}
