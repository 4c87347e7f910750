package dev.pgduo.cluster.rewind;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the kinds of files in a data directory by their paths. */
final class DataPath {
    /** The control file, which is written last. */
    static final String CONTROL = "global/pg_control";

    private static final Pattern RELATION = Pattern.compile(
            "(?:global|base/[0-9]{1,10}|pg_tblspc/[0-9]{1,10}/PG_[0-9.]+_[0-9]{1,10}/[0-9]{1,10})/([0-9]{1,10})(?:\\.([0-9]{1,10}))?");

    /** Directories whose contents are of use to the server itself only. */
    private static final List<String> OWN_DIRECTORIES = List.of(
            "pg_stat_tmp/",
            "pg_replslot/",
            "pg_dynshmem/",
            "pg_notify/",
            "pg_serial/",
            "pg_snapshots/",
            "pg_subtrans/");

    private static final Set<String> OWN_FILES = Set.of(
            "postgresql.auto.conf.tmp",
            "current_logfiles.tmp",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "postmaster.pid",
            "postmaster.opts");

    private DataPath() {}

    /** Whether it is a segment of a relation's main fork, whose changes are in the WAL block by block. */
    static boolean isMainFork(String path) {
        return RELATION.matcher(path).matches();
    }

    /** Whether the file is never copied: it is of no use to another cluster, or is made anew at each start. */
    static boolean isOwn(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("/pgsql_tmp")
                || OWN_FILES.contains(name)
                || name.startsWith("pg_internal.init")
                || OWN_DIRECTORIES.stream().anyMatch(path::startsWith);
    }
}
