package dev.pgduo.lab.conf;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.server.ServerCheck;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import dev.pgduo.version.ChangedNames;
import dev.pgduo.version.NameKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of a node's settings, from its server or, when that does not run, from its program. */
final class SettingNames {
    private final Lab lab;
    private final Node node;

    SettingNames(Lab lab, Node node) {
        this.lab = lab;
        this.node = node;
    }

    /**
     * Requires that a setting exists, under its present or an old name. A name with a dot is accepted, as an extension may
     * define it.
     *
     * @throws LabException when there is none; its HINT has the most similar name
     */
    void require(String name) {
        if (!name.contains(".") && !known(name)) {
            throw unknown(name);
        }
    }

    LabException unknown(String name) {
        return new LabException(ErrorReport.error("unrecognized configuration parameter \"" + name + "\"")
                .hint(ChangedNames.all()
                        .hint(
                                NameKind.SETTING,
                                name,
                                node.settings().capabilities().major())
                        .or(() -> DidYouMean.nearest(name.toLowerCase(Locale.ROOT), all())
                                .map(near -> "Did you mean \"" + near + "\"?"))
                        .orElse("\"conf show\" lists the settings.")));
    }

    /** Whether a setting exists, under its present or an old name. */
    boolean known(String name) {
        if (!node.status().status().running()) {
            return new ServerCheck(node.settings()).knows(name);
        }
        return lab.query(node.name())
                        .rows("select current_setting(" + Quoting.constant(name) + ", true)")
                        .get(0)
                        .get(0)
                != null;
    }

    private List<String> all() {
        if (!node.status().status().running()) {
            return new ServerCheck(node.settings()).names();
        }
        List<String> names = new ArrayList<>();
        for (List<@Nullable String> row : lab.query(node.name()).rows("select name from pg_settings")) {
            names.add(String.valueOf(row.get(0)).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}
