package dev.pgduo.replay.result;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of labs on servers for CI: lab and major. A server's own name is used only where a lab was played on two servers of
 * one major.
 *
 * @param repeated the labs with a major on which they were played more than once
 */
record SuiteNames(Set<String> repeated) {
    SuiteNames {
        repeated = Set.copyOf(repeated);
    }

    static SuiteNames of(List<LabOutcome> outcomes) {
        Set<String> once = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        outcomes.stream()
                .map(outcome -> byMajor(outcome.cell()))
                .filter(name -> !once.add(name))
                .forEach(repeated::add);
        return new SuiteNames(repeated);
    }

    /** {@code labs/switchover [PG 15]}. */
    String suite(Cell cell) {
        String name = byMajor(cell);
        return repeated.contains(name) ? named(cell, cell.server()) : name;
    }

    /** The same without dots, at which tools would split it into packages. */
    String classname(Cell cell) {
        return suite(cell).replace('.', '-');
    }

    private static String byMajor(Cell cell) {
        return named(cell, cell.version().majorName());
    }

    private static String named(Cell cell, String server) {
        String lab = Path.of(cell.lab()).normalize().toString();
        return (lab.endsWith(".lab") ? lab.substring(0, lab.length() - 4) : lab) + " [PG " + server + "]";
    }
}
