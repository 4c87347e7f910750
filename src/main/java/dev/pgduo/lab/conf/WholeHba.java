package dev.pgduo.lab.conf;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file pg_hba.conf, edited as a whole. */
final class WholeHba implements WholeFile {
    private final Node node;
    private final NodeHba hba;

    WholeHba(Lab lab, NodeName node) {
        this.node = lab.node(node);
        this.hba = new NodeHba(lab, node);
    }

    @Override
    public Path path() {
        return node.layout().data().resolve("pg_hba.conf");
    }

    @Override
    public String text() {
        return hba.checked().read().text();
    }

    @Override
    public List<ErrorReport> replace(String text) {
        CheckedEdit edit = hba.checked();
        return edit.attempt(edit.read(), text);
    }

    @Override
    public Effect effect(String before) {
        boolean running = node.status().status().running();
        List<String> remarks = new ArrayList<>();
        remarks.add(running ? "needs a reload: \"reload " + node.name() + "\"" : "takes effect at the next start");
        hba.lockedOut(hba.file()).ifPresent(remarks::add);
        return new Effect(running ? Need.RELOAD : Need.START, remarks);
    }
}
