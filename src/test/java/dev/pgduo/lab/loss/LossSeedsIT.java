package dev.pgduo.lab.loss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.fixture.Postgres;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Failovers by chance, on one pair: what the meter reads from the files is what the clients' own list says, each time. {@code
 * -Dpgduo.loss.seeds=200} does more of them.
 */
class LossSeedsIT {
    private static final int SEEDS = Integer.getInteger("pgduo.loss.seeds", 6);
    private static final long FIRST = Long.getLong("pgduo.loss.seed", 1);

    @RegisterExtension
    static final Postgres POSTGRES = new Postgres();

    @Test
    void theMeterAgreesWithTheClients() {
        LossPair pair = LossPair.up(POSTGRES.lab());
        long lost = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            LossRound round = new LossRound(pair, new Random(seed), LossRound.Way.of(seed));
            round.run();
            Lost read = Lost.of(pair.lab());
            assertThat(read.divergence().left()).as("seed %d", seed).isEqualTo(round.old());
            assertThat(LossRound.Sums.of(read)).as("seed %d, %s", seed, round).isEqualTo(round.truth());
            lost += round.truth().commits();
            round.repair();
        }
        assertThat(lost).as("lost commits of all seeds").isPositive();
    }
}
