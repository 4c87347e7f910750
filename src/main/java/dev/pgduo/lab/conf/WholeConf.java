package dev.pgduo.lab.conf;

import dev.pgduo.cluster.conf.ConfFile;
import dev.pgduo.cluster.conf.FileText;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Translation;
import dev.pgduo.report.ErrorReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** A configuration file with settings, edited as a whole. */
final class WholeConf implements WholeFile {
    private final Lab lab;
    private final NodeName node;
    private final NodeConf conf;
    private final Path path;
    private final boolean moved;

    WholeConf(Lab lab, NodeName node, String name) {
        this.lab = lab;
        this.node = node;
        this.conf = new NodeConf(lab, node);
        this.path = conf.path(name);
        this.moved = !path.endsWith(name);
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public String text() {
        return conf.checked(path).read().text();
    }

    @Override
    public List<ErrorReport> replace(String text) {
        CheckedEdit edit = conf.checked(path);
        FileText old = edit.read();
        ConfFile now = parse(text);
        List<ErrorReport> broken = now.problems();
        List<ErrorReport> refused =
                broken.isEmpty() ? conf.refused(fresh(parse(old.text()), now), path.toString()) : broken;
        return refused.isEmpty() ? edit.attempt(old, text) : refused;
    }

    /** The lines with another value than the setting had in the old text. */
    private static List<ConfFile.Entry> fresh(ConfFile old, ConfFile now) {
        return now.entries().stream()
                .filter(entry -> !old.value(entry.name()).equals(Optional.of(entry.value())))
                .toList();
    }

    @Override
    public Effect effect(String before) {
        ConfFile old = parse(before);
        ConfFile now = parse(text());
        List<SettingChange.Edit> edits = SettingChange.edits(old, now, names(old, now)).stream()
                .filter(edit -> edit.conf().changes())
                .toList();
        Consequences consequences = new Consequences(lab, lab.node(node));
        boolean includes = !old.includes().equals(now.includes());
        List<String> remarks = new ArrayList<>(inVain(old, now));
        if (edits.isEmpty()) {
            remarks.add(includes ? "other files are included now" : "no setting was changed");
            return new Effect(!includes ? Need.NOTHING : conf.running() ? Need.RELOAD : Need.START, remarks);
        }
        edits.forEach(edit -> remarks.add(edit.line()));
        remarks.addAll(consequences.of(edits));
        if (moved) {
            remarks.add(Translation.RECOVERY_CONF.note());
        }
        return new Effect(consequences.need(edits), remarks);
    }

    /** Remarks about new lines that a later line of the same file overrides. */
    private List<String> inVain(ConfFile old, ConfFile now) {
        List<String> known = old.entries().stream().map(ConfFile.Entry::raw).toList();
        List<String> remarks = new ArrayList<>();
        for (ConfFile.Entry entry : now.entries()) {
            int wins = now.entry(entry.name()).map(ConfFile.Entry::line).orElse(entry.line());
            if (wins != entry.line() && !known.contains(entry.raw())) {
                remarks.add(path + ":" + entry.line() + ": " + entry.name() + " is overridden by line " + wins);
            }
        }
        return remarks;
    }

    /** Every setting of either text once, by the name as it is written. */
    private static List<SettingChange.Was> names(ConfFile old, ConfFile now) {
        TreeMap<String, SettingChange.Was> names = new TreeMap<>();
        List<ConfFile.Entry> all = new ArrayList<>(now.entries());
        all.addAll(old.entries());
        for (ConfFile.Entry entry : all) {
            names.putIfAbsent(
                    entry.name().toLowerCase(Locale.ROOT), new SettingChange.Was(entry.name(), Optional.empty()));
        }
        return List.copyOf(names.values());
    }

    private ConfFile parse(String text) {
        return ConfFile.parse(text, path.toString());
    }
}
