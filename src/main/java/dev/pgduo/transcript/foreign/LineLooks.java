package dev.pgduo.transcript.foreign;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Classifies lines without a prompt: SQL, shell commands, or output of either. */
final class LineLooks {
    private static final Set<String> VERBS = words("""
            select insert update delete create alter drop begin start commit rollback abort end savepoint release set reset show
            explain analyze analyse vacuum checkpoint truncate lock prepare execute deallocate declare fetch move close copy grant
            revoke with values table do call refresh reindex cluster comment listen notify unlisten discard reassign security
            import merge load
            """);
    /** SQL verbs that are also English words: more SQL must follow. */
    private static final Pattern DOUBTFUL = Pattern.compile(
            "(?i)(?:with|set|show|end|table|do|call|start|lock|copy|load|move|fetch|close|comment|import|release|update|create|select"
                    + "|drop|execute|prepare|insert|delete|values|cluster|begin|grant|abort|commit|merge|listen|reset)\\s+"
                    + "(?:the|a|an|this|that|these|it|its|your|our|you|we|to|of|in|and|is|are|some|another|both|new|two)\\b.*");

    private static final Set<String> PROGRAMS = words("""
            sudo su psql createdb dropdb createuser dropuser initdb postgres vacuumdb reindexdb clusterdb pgbench oid2name
            systemctl service journalctl cat tail head less more ls grep egrep cp mv rm mkdir rmdir chown chmod touch echo printf
            sed awk cut sort uniq wc find vi vim nano emacs gedit joe mcedit apt apt-get aptitude yum dnf zypper brew apk docker
            docker-compose podman kubectl ssh scp sftp rsync export unset cd pwd source kill killall pkill ps top htop which whoami id hostname
            date sleep wget curl tar gzip gunzip unzip make git openssl ufw firewall-cmd iptables useradd adduser usermod passwd
            tee diff df du free mount umount ln man history exit logout netstat ss lsof nc ping ip ifconfig repmgr patronictl
            pgbackrest barman bash sh time watch nohup test true while until for if case runuser gcloud vagrant semanage setenforce timedatectl
            dpkg dpkg-reconfigure rpm pip pip3 locale locale-gen groupadd chgrp hostnamectl uname getent nslookup dig telnet xargs tree setfacl nmcli
            etcdctl pgpool pitrery psql.exe pgrep strace crontab sysctl lsb_release gpg file stat xxd hexdump strings env yes python python3 perl
            """);
    private static final Pattern TAG = Pattern.compile(
            "(?:SELECT|UPDATE|DELETE|COPY|MERGE|FETCH|MOVE) \\d+|INSERT \\d+ \\d+"
                    + "|BEGIN|COMMIT|ROLLBACK|START TRANSACTION|SAVEPOINT|RELEASE|SET|RESET|SHOW|DO|CALL|VACUUM|ANALYZE|CHECKPOINT|EXPLAIN"
                    + "|LISTEN|NOTIFY|UNLISTEN|LOCK TABLE|TRUNCATE TABLE|GRANT(?: ROLE)?|REVOKE(?: ROLE)?|PREPARE(?: TRANSACTION)?"
                    + "|DEALLOCATE(?: ALL)?|DECLARE CURSOR|CLOSE CURSOR|DISCARD ALL|REINDEX|CLUSTER|COMMENT|(?:COMMIT|ROLLBACK) PREPARED"
                    + "|REFRESH MATERIALIZED VIEW|SECURITY LABEL|IMPORT FOREIGN SCHEMA|LOAD|(?:CREATE|ALTER|DROP)(?: [A-Z]+){1,4}");
    private static final Pattern RULE =
            Pattern.compile("\\s*-{2,}(?:\\+-+)*\\+?\\s*|\\s*-\\[ .* \\][-+]*\\s*|\\s*\\+[-+]+\\+\\s*");
    private static final Pattern FOOTER = Pattern.compile("\\s*\\(\\d+ (?:rows?|записей|запис[ьи]|строк[аи]?)\\)\\s*");
    private static final Pattern MESSAGE = Pattern.compile(
            "(?:psql: ?)?(?:ERROR|FATAL|PANIC|WARNING|NOTICE|HINT|DETAIL|LOG|CONTEXT|STATEMENT|INFO|LINE \\d+|LOCATION|QUERY|Time|Timing"
                    + "|ОШИБКА|ВАЖНО|ПОДСКАЗКА|ПОДРОБНОСТИ|ЗАМЕЧАНИЕ|ПРЕДУПРЕЖДЕНИЕ|КОНТЕКСТ|СТРОКА \\d+)\\s*(?::|is ).*");
    private static final Pattern REMARK = Pattern.compile(
            "You are now connected .*|Вы подключены .*|Expanded display .*|Timing is .*"
                    + "|Null display .*|Pager .*|waiting for server .*|server (?:started|stopped|promot|signaled|is ).*|pg_\\w+: .*|Error: .*"
                    + "|\\S.*: (?:No such file or directory|Permission denied|command not found)|\\d+/\\d+ kB .*|(?:List of|Table) .*");
    private static final Pattern BANNER = Pattern.compile(
            "psql \\(\\d.*|Type \"help\" for help\\.|Введите \"help\", .*|SSL connection .*"
                    + "|Password(?: for user .*)?:.*|\\[sudo\\] password .*|could not change directory .*|WARNING: psql .*|\\s+Some psql features .*");
    private static final Pattern WINDOWS = Pattern.compile("\"?[A-Za-z]:\\\\[^|<>]*\\\\"
            + "(?:pg_\\w+|psql|initdb|postgres|createdb|createuser|dropdb)(?:\\.exe)?\"?(?:\\s.*)?");
    private static final Pattern STRONG = Pattern.compile(
            "(?s)(?:[A-Z_][A-Z0-9_]*=\\S*\\s+)*(?:sudo\\s+\\S+|(?:docker|podman)(?:[ -]compose)?\\s+(?:exec|run|up|down|restart|stop|start|rm|ps|logs|compose|volume|network)\\b"
                    + "|kubectl\\s+(?:exec|get|apply|delete)\\b|cd\\s+(?:[~/.]\\S*|[\\w.-]+/\\S*|-)\\s*$|runuser\\s+-|echo\\s.*[^>]>{1,2}\\s*[\\w~./$-]+|systemctl\\s+\\w+|service\\s+\\S+\\s+(?:start|stop|restart|reload|status)\\b|/etc/(?:init\\.d|rc\\.d)/\\S+\\s+(?:start|stop|restart|reload|status|initdb)\\b|su -|(?:cp|mv|rm|mkdir|chown|chmod|touch|cat|tail|vi|vim|nano|ls)"
                    + "\\s+(?:-\\S+\\s+)*(?:[~.]?/\\S+|\\w+:\\w+\\s+/\\S+|\\d+\\s+/\\S+|\\S+\\.(?:conf|signal|sql))|(?:\\S*/)?(?:pg_(?:ctl|ctlcluster|basebackup|rewind|createcluster"
                    + "|dropcluster|lsclusters|controldata|receivewal|archivecleanup|checksums|resetwal|waldump|dump|dumpall|restore)|psql|initdb"
                    + "|createdb|createuser|dropdb|pgbench|postgres(?=\\s+-D))(?=\\s+-|\\s*$|\\s+[\\d.]+\\s|\\s+(?:start|stop|restart|reload|promote|status|init(?:db)?)\\b)).*");
    private static final Pattern BACKSLASH = Pattern.compile(
            "\\\\(?:d[A-Za-z]*[S+]*(?:\\s+\\S+)?|l\\+?|c(?:onnect)?(?:\\s+\\S+){1,4}|x(?:\\s+(?:on|off|auto))?|timing(?:\\s+(?:on|off))?|conninfo|q|password)");
    private static final Pattern SETTING = Pattern.compile(
            "#?[A-Za-z_][\\w.]*\\s+=(?:\\s.*)?|#?[a-z_][\\w.]*\\s*=\\s+\\S.*|(?:local|host(?:no)?(?:ssl|gssenc)?)\\s+\\S+\\s+\\S+\\s+\\S.*");
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?s)(?:(?:\\.{0,2}/|~/)?[a-z][\\w./+-]*(?:\\s+[\\w./:@=-]+){0,5}?\\s+--?[A-Za-z][\\w-]*(?:[\\s=].*)?|[A-Za-z_]\\w*=\\$\\(.*)");
    /** A row of ps: an owner and the numbers of a process. */
    private static final Pattern PROCESS = Pattern.compile("[a-z]\\w*\\s+\\d+\\s+(?:\\d|\\?).*|postgres:\\s.*");

    private static final Pattern FIRST = Pattern.compile("(?:[A-Z_][A-Z0-9_]*=\\S*\\s+)*(\\S+).*", Pattern.DOTALL);

    private LineLooks() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** Whether a line may be the beginning of a statement or a backslash command. */
    static boolean sql(String line) {
        String text = line.strip();
        if (text.matches("\\\\[a-zA-Z?!].*|(?i)(?:begin|commit|rollback|abort|end|checkpoint)\\s*;.*")) {
            return true;
        }
        if (text.matches("set\\s+[-+][A-Za-z]+.*")) {
            return false;
        }
        String word = text.split("[\\s;(*]", 2)[0].toLowerCase(Locale.ROOT);
        return (VERBS.contains(word) || text.startsWith("(select"))
                && !DOUBTFUL.matcher(text).matches()
                && !tag(text);
    }

    /** Whether a line begins with a word of SQL, whatever follows. */
    static boolean verb(String line) {
        return VERBS.contains(line.strip().split("[\\s;(*]", 2)[0].toLowerCase(Locale.ROOT));
    }

    /** Whether a line within prose is certainly a command. */
    static boolean plainCommand(String line) {
        String text = line.strip();
        boolean sentence = text.matches("(?s).*[.:!?]") && !text.endsWith("./");
        boolean shell = WINDOWS.matcher(text).matches() || STRONG.matcher(text).matches();
        boolean sql = text.matches("(?s).*(?:;|\\\\g(?:x|desc|set)?)") && sql(text);
        return !sentence && (shell || sql || BACKSLASH.matcher(text).matches());
    }

    /** Whether a line is told where it becomes no command. */
    static boolean command(String line) {
        return plainCommand(line)
                || pipe(line)
                || LabelledLine.syntax(line)
                || LabelledLine.command(line).isPresent();
    }

    /** Whether a line may be the beginning of a shell command. */
    static boolean shell(String line) {
        if (WINDOWS.matcher(line.strip()).matches()) {
            return true;
        }
        if (banner(line.strip())) {
            return false;
        }
        var matcher = FIRST.matcher(line.strip());
        if (!matcher.matches()) {
            return false;
        }
        String word = matcher.group(1);
        boolean row = line.strip().matches("\\S+\\s+\\|(?:\\s.*)?") && !pipe(line);
        if (row || word.startsWith("\\") || PROCESS.matcher(line.strip()).matches()) {
            return false;
        }
        String name = word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1);
        return PROGRAMS.contains(name)
                || name.matches("pg_\\w+(?:\\.exe)?")
                || word.matches("\\./\\S+|/etc/(?:init\\.d|rc\\.d)/\\S+|(?:/[\\w.+-]+)*/s?bin/[\\w.+-]+")
                || line.strip().matches("set\\s+[-+][A-Za-z]+.*");
    }

    /** Whether a line is a command tag of psql. */
    static boolean tag(String line) {
        return TAG.matcher(line.strip()).matches();
    }

    /** Whether a line is the rule of a table's header, or the head of a record. */
    static boolean rule(String line) {
        return RULE.matcher(line).matches();
    }

    /** Whether a line is the rule of a table's header, so that the line above is no command. */
    static boolean underHeader(String line) {
        return rule(line) && !line.strip().startsWith("-[");
    }

    /** Whether a line belongs to a configuration file: a setting, or a rule of pg_hba.conf. */
    static boolean setting(String line) {
        return SETTING.matcher(line.strip()).matches();
    }

    /** Whether a line looks like a command of an unknown program: a word with options after it, or an assignment. */
    static boolean unknownShell(String line) {
        String text = line.strip();
        boolean process = PROCESS.matcher(text).matches();
        return UNKNOWN.matcher(text).matches() && !process && !setting(line) && !output(line);
    }

    /** Whether a line is a pipe into a known command. */
    static boolean pipe(String line) {
        int bar = line.lastIndexOf(" | ");
        return bar > 0 && shell(line.substring(bar + 3)) && !line.strip().startsWith("|");
    }

    /** Whether a line is a table's footer with the number of rows. */
    static boolean footer(String line) {
        return FOOTER.matcher(line).matches();
    }

    /** Whether a line is the output of a program, as far as the line itself tells. */
    static boolean output(String line) {
        String text = line.strip();
        return tag(text)
                || (rule(line) && text.length() > 2)
                || footer(line)
                || MESSAGE.matcher(text).matches()
                || REMARK.matcher(text).matches();
    }

    /** Whether a line tells of a new connection, which is all that is printed then. */
    static boolean connected(String line) {
        return line.strip().matches("You are now connected to .*|Вы подключены к .*");
    }

    /** Whether a line is a message of psql or sudo before the first prompt. */
    static boolean banner(String line) {
        return BANNER.matcher(line).matches();
    }
}
