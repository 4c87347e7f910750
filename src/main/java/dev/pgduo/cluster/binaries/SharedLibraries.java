package dev.pgduo.cluster.binaries;

import dev.pgduo.cluster.process.Finished;
import dev.pgduo.cluster.process.OsCommand;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds missing system libraries of a program by ldd. */
final class SharedLibraries {
    /** The messages of glibc and musl for a missing library, and of glibc for one that is too old. */
    private static final Pattern MISSING = Pattern.compile("(?m)^\\s*(\\S+) => not found"
            + "|Error loading shared library (\\S+?):"
            + "|(?:version|symbol) [`'](\\w+_\\d[\\d.]*)' not found");

    /** The packages of Debian and Ubuntu with libraries that servers are linked with. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("libaudit.so.1", "libaudit1"),
            Map.entry("libcap-ng.so.0", "libcap-ng0"),
            Map.entry("libcom_err.so.2", "libcom-err2"),
            Map.entry("libcrypt.so.1", "libcrypt1"),
            Map.entry("libgcc_s.so.1", "libgcc-s1"),
            Map.entry("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
            Map.entry("libk5crypto.so.3", "libk5crypto3"),
            Map.entry("libkeyutils.so.1", "libkeyutils1"),
            Map.entry("libkrb5.so.3", "libkrb5-3"),
            Map.entry("liblz4.so.1", "liblz4-1"),
            Map.entry("libpam.so.0", "libpam0g"),
            Map.entry("libselinux.so.1", "libselinux1"),
            Map.entry("libstdc++.so.6", "libstdc++6"),
            Map.entry("libsystemd.so.0", "libsystemd0"),
            Map.entry("libuuid.so.1", "libuuid1"),
            Map.entry("libxml2.so.2", "libxml2"),
            Map.entry("libxslt.so.1", "libxslt1.1"),
            Map.entry("libz.so.1", "zlib1g"),
            Map.entry("libzstd.so.1", "libzstd1"));

    private SharedLibraries() {}

    /**
     * Asks ldd about a program that does not run.
     *
     * @throws LabException when a library is missing; returns normally when none is, or there is no ldd
     */
    static void check(Path program) {
        List<String> missing = List.of();
        try {
            Finished answer = OsCommand.of("ldd", program.toString()).run();
            missing = missing(answer.stdout() + "\n" + answer.stderr());
        } catch (LabException e) {
            // There is no ldd; the program's own message has to suffice.
        }
        if (!missing.isEmpty()) {
            throw new LabException(report(program, missing));
        }
    }

    /** The missing libraries, or versions of libraries ({@code GLIBC_2.27}), sorted. */
    static List<String> missing(String ldd) {
        return MISSING
                .matcher(ldd)
                .results()
                .map(match -> Stream.of(1, 2, 3)
                        .map(match::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    static ErrorReport report(Path program, List<String> missing) {
        String packages = missing.stream()
                .map(PACKAGES::get)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
        return ErrorReport.error("could not run \"" + program + "\": system libraries are missing")
                .detail("Not found: " + String.join(", ", missing) + ".")
                .hint(
                        packages.isEmpty()
                                ? "Install the packages of your system that have these libraries, or take another server with --pg."
                                : "On Debian and Ubuntu: apt install " + packages + ".");
    }
}
