package dev.pgduo.shell.pane;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.WorkingLab;
import dev.pgduo.shell.prompt.Pane;
import dev.pgduo.shell.prompt.PaneSource;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The panes of a lab's nodes: session 1 is for node a, session 2 for node b. For the loop's thread. */
public final class LabPanes implements PaneSource {
    private final PaneTools tools;
    private final PaneSwitch panes;
    private final Map<NodeName, OsPane> shells = new EnumMap<>(NodeName.class);

    /**
     * Panes of this lab.
     *
     * @param panes the pane in front and the open ones
     */
    public LabPanes(WorkingLab lab, ScreenSide screen, TypingAids typing, PaneSwitch panes) {
        BlockedStatements late = new BlockedStatements(screen.screen(), screen.journal());
        this.tools = new PaneTools(lab, screen, late, typing);
        this.panes = panes;
    }

    @Override
    public Pane session(int number) {
        return new SqlPane(number, tools, this);
    }

    @Override
    public Pane shell(String word) {
        NodeName node = tools.lab().lab().resolve(word);
        return shells.computeIfAbsent(node, name -> new OsPane(name, tools, this));
    }

    @Override
    public void open(NodeName from, List<String> words) {
        LabSessions desk = tools.lab().desk();
        PsqlLine line = new PsqlLine(desk);
        PsqlLine.Opened opened = line.open(from, words);
        if (opened.anew()) {
            tools.journal().opened(opened.number(), line.again(opened.number()));
            located(opened.number(), desk);
        }
        panes.toSession(opened.number());
    }

    /** Brings session {@code number} to the front, or the lab's pane for 0. */
    void go(int number) {
        panes.toSession(number);
    }

    /**
     * Notes the node of a session that was opened, or reconnected by {@code \c}, maybe to a server that is no node of the lab.
     */
    void located(int number, LabSessions desk) {
        String margin = TranscriptBuilder.prefix(number).text();
        try {
            tools.lab().sessions().isOn(margin, desk.nodeOf(number));
        } catch (LabException e) {
            tools.lab().sessions().left(margin);
        }
    }
}
