package dev.pgduo.shell.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.lab.pair.ReplicationState;
import dev.pgduo.lab.watch.NodeFacts;
import dev.pgduo.lab.watch.PairFacts;
import dev.pgduo.shell.screen.Strokes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class BarTextTest {
    private static final ReplicationState.Sender STREAMING =
            new ReplicationState.Sender("streaming", "async", 0, 0, 1_572_864, 0.2);

    private static NodeFacts node(NodeName name, NodeStatus status, ReplicationState... answer) {
        return new NodeFacts(
                name,
                status,
                name == NodeName.A ? 5432 : 5433,
                List.of(answer).stream().findFirst());
    }

    private static ReplicationState primary(ReplicationState.Slot slot, ReplicationState.Sender... sender) {
        return new ReplicationState(
                false,
                Optional.of(Lsn.parse("0/3000148")),
                Optional.empty(),
                "1",
                false,
                "",
                List.of(sender).stream().findFirst(),
                Optional.of(slot));
    }

    private static ReplicationState standby(boolean paused) {
        return new ReplicationState(
                true,
                Optional.of(Lsn.parse("0/3000060")),
                Optional.empty(),
                "1",
                paused,
                "streaming",
                Optional.empty(),
                Optional.empty());
    }

    private static ReplicationState.Slot slot(boolean active, long kept) {
        return new ReplicationState.Slot("pgduo", active, kept, "reserved");
    }

    private static String text(PairFacts pair, int width) {
        List<AttributedString> lines = new BarText(Tints.COLOURED, Strokes.DRAWN, port -> port).lines(pair, width);
        assertThat(lines).hasSize(2).allMatch(line -> line.columnLength() <= width);
        return String.join("\n", lines.stream().map(Object::toString).toList());
    }

    @Test
    void showsWhatFlows() {
        PairFacts pair = new PairFacts(
                node(NodeName.A, NodeStatus.RUNNING_PRIMARY, primary(slot(true, 0), STREAMING)),
                node(NodeName.B, NodeStatus.RUNNING_STANDBY, standby(false)));
        assertThat(text(pair, 80))
                .isEqualTo(" a primary  :5432 up ━━━━━━━━━━━━━ streaming ━━━━━━━━━━━━━▶  b standby  :5433 up\n"
                        + " TL 1  0/3000148        1.5 MB 0.2 s, async, slot pgduo      TL 1  0/3000060    ");
        assertThat(text(pair, 60)).contains("1.5 MB 0.2 s").doesNotContain("slot");
        assertThat(text(pair, 40)).startsWith(" a primary  :5432 up");
    }

    @Test
    void turnsTheArrowWithTheRoles() {
        PairFacts pair = new PairFacts(
                node(NodeName.A, NodeStatus.RUNNING_STANDBY, standby(true)),
                node(NodeName.B, NodeStatus.RUNNING_PRIMARY, primary(slot(true, 0), STREAMING)));
        assertThat(text(pair, 80)).contains(" a standby  :5432 replay paused ◀").contains(" b primary  :5433 up");
    }

    @Test
    void saysWhatABrokenStandbyCosts() {
        PairFacts pair = new PairFacts(
                node(NodeName.A, NodeStatus.RUNNING_PRIMARY, primary(slot(false, 16 << 20))),
                node(NodeName.B, NodeStatus.CRASHED));
        assertThat(text(pair, 80))
                .contains("✗╍╍╍")
                .contains(" standby down ")
                .contains("slot pgduo keeps 16 MB")
                .contains(" b  :5433 crashed");
        PairFacts silent = pair.with(node(NodeName.B, NodeStatus.RUNNING_STANDBY));
        assertThat(text(silent, 80)).contains(" not streaming ").contains(" b standby  :5433 no answer");
    }

    private static String loaded(PairFacts pair, int width) {
        BarText.Work work = new BarText.Work(Map.of(), "load 412 tps 2.3 ms", "");
        return String.join(
                "\n",
                new BarText(Tints.COLOURED, Strokes.DRAWN, port -> port)
                        .lines(pair, work, width).stream().map(Object::toString).toList());
    }

    @Test
    void showsTheLoadWhateverIsBetweenTheNodes() {
        NodeFacts a = node(NodeName.A, NodeStatus.RUNNING_PRIMARY, primary(slot(true, 0), STREAMING));
        PairFacts streaming = new PairFacts(a, node(NodeName.B, NodeStatus.RUNNING_STANDBY, standby(false)));
        assertThat(loaded(streaming, 100)).contains("1.5 MB 0.2 s, load 412 tps 2.3 ms, async");
        assertThat(loaded(streaming, 80))
                .contains("1.5 MB 0.2 s, load 412 tps 2.3 ms")
                .doesNotContain("async");
        PairFacts split = new PairFacts(a, node(NodeName.B, NodeStatus.RUNNING_PRIMARY, primary(slot(false, 0))));
        assertThat(loaded(split, 100)).contains("load 412 tps 2.3 ms, each writes its own history");
        PairFacts alone =
                new PairFacts(node(NodeName.A, NodeStatus.RUNNING_PRIMARY), node(NodeName.B, NodeStatus.EMPTY));
        assertThat(loaded(alone, 80)).contains("load 412 tps 2.3 ms");
    }

    @Test
    void saysWhatWouldBeLostWhereThereIsRoom() {
        String risk = "if a died now: 2 commits, 4 kB";
        PairFacts pair = new PairFacts(
                node(NodeName.A, NodeStatus.RUNNING_PRIMARY, primary(slot(true, 0), STREAMING)),
                node(NodeName.B, NodeStatus.RUNNING_STANDBY, standby(false)));
        BarText text = new BarText(Tints.COLOURED, Strokes.DRAWN, port -> port);
        Function<BarText.Work, Function<Integer, String>> shown =
                work -> width -> text.lines(pair, work, width).get(1).toString();
        assertThat(shown.apply(new BarText.Work(Map.of(), "", risk)).apply(120))
                .contains("1.5 MB 0.2 s, " + risk + ", async");
        assertThat(shown.apply(new BarText.Work(Map.of(), "", risk)).apply(80))
                .contains(risk)
                .doesNotContain("1.5 MB");
        assertThat(shown.apply(new BarText.Work(Map.of(), "load 412 tps 2.3 ms", risk))
                        .apply(80))
                .contains("1.5 MB 0.2 s, load 412 tps 2.3 ms")
                .doesNotContain("died");
        assertThat(shown.apply(new BarText.Work(Map.of(), "load 412 tps 2.3 ms", risk))
                        .apply(120))
                .contains("load 412 tps 2.3 ms, " + risk);
        String faults = "fault freeze-walreceiver b, load 412 tps 2.3 ms";
        assertThat(shown.apply(new BarText.Work(Map.of(), faults, risk)).apply(80))
                .contains(risk)
                .doesNotContain("fault");
    }

    @Test
    void warnsOfTwoPrimaries() {
        ReplicationState alone = primary(slot(false, 0));
        PairFacts pair = new PairFacts(
                node(NodeName.A, NodeStatus.RUNNING_PRIMARY, alone),
                node(NodeName.B, NodeStatus.RUNNING_PRIMARY, alone));
        assertThat(text(pair, 80)).contains("two primaries");
    }

    @Test
    void drawsNothingBetweenEmptyNodes() {
        PairFacts pair = new PairFacts(node(NodeName.A, NodeStatus.EMPTY), node(NodeName.B, NodeStatus.EMPTY));
        assertThat(text(pair, 80)).contains(" a  :5432 empty").doesNotContain("━");
    }
}
