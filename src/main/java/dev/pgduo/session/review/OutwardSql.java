package dev.pgduo.session.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes SQL that runs programs on the server's machine, or writes files there. */
public final class OutwardSql {
    private static final Pattern COPY = Pattern.compile("(?i)\\bcopy\\b");
    private static final Pattern TARGET = Pattern.compile("(?i)\\b(to|from)\\s*+(program\\b|(e|u&)?'|\\$)");
    private static final List<Pattern> WAYS = List.of(
            Pattern.compile("(?i)_command\"?\\s*+(=|to\\b|',)"),
            Pattern.compile("(?i)\\blanguage\\s++['\"]?(c|internal|plperlu|pltclu|plpython\\w*|plsh|plr|pljavau?)\\b"),
            Pattern.compile("(?i)\\b(lo_export|lo_import|pg_file_\\w+)\"?\\s*+\\("));

    private OutwardSql() {}

    /** Whether a statement may do so; comments between words are ignored. */
    public static boolean in(String statement) {
        return found(statement) || found(withoutComments(statement));
    }

    private static boolean found(String sql) {
        Matcher copy = COPY.matcher(sql);
        return (copy.find() && TARGET.matcher(sql).find(copy.end()))
                || WAYS.stream().anyMatch(way -> way.matcher(sql).find());
    }

    private static String withoutComments(String sql) {
        StringBuilder bare = new StringBuilder();
        int from = 0;
        while (true) {
            int block = sql.indexOf("/*", from);
            int line = sql.indexOf("--", from);
            if (block < 0 && line < 0) {
                return bare.append(sql, from, sql.length()).toString();
            }
            boolean first = line < 0 || (block >= 0 && block < line);
            int start = first ? block : line;
            int end = sql.indexOf(first ? "*/" : "\n", start + 2);
            bare.append(sql, from, start).append(' ');
            if (end < 0) {
                return bare.toString();
            }
            from = first ? end + 2 : end;
        }
    }
}
