package dev.pgduo.transcript.foreign;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces commands for parts of an installation that a lab does not have (sudo, services, packages, editors). */
final class Replacements {
    private static final Pattern SUDO = Pattern.compile(
            "sudo\\s+(?:-(?:u|iu|H?u|g)\\s*\\S+\\s+|-[A-Za-z]+\\s+|--user(?:=|\\s+)\\S+\\s+)*(?:--\\s+)?(?=\\S)");
    private static final Pattern BECOMES = Pattern.compile(
            "(?:sudo\\s+)?su(?:\\s+-l?|\\s+--login)?(?:\\s+\\w+)?|sudo\\s+(?:-i|-s|-iu\\s*\\w+|-u\\s*\\w+\\s+-[is]|-i\\s+-u\\s*\\w+)(?:\\s+bash)?|sudo\\s+bash|exit|logout");
    private static final Pattern SU_COMMAND = Pattern.compile(
            "(?:sudo\\s+)?su\\s+(?:-l?\\s+)?\\w+\\s+(?:-l?\\s+)?-c\\s+(?:\"(.*)\"|'(.*)')", Pattern.DOTALL);
    private static final Pattern SERVICE = Pattern.compile(
            "(?:systemctl\\s+(?:--\\S+\\s+)*(?<verb>start|stop|restart|reload|status|enable|disable|daemon-reload|is-active)(?:\\s+--now)?"
                    + "(?:\\s+(?<unit>\\S+))*|service\\s+\\S+\\s+(?<verb2>\\w+)|/etc/init\\.d/\\S+\\s+(?<verb3>\\w+))\\s*");
    private static final Pattern CLUSTER = Pattern.compile(
            "pg_ctlcluster\\s+(?<options>(?:-\\S+\\s+)*)[\\d.]+\\s+\\S+\\s+(?<verb>start|stop|restart|reload|status|promote)(?<more>.*)");
    private static final Pattern PACKAGES = Pattern.compile(
            "(?:apt|apt-get|aptitude|yum|dnf|zypper|brew|apk|pip3?|snap|add-apt-repository|wget|curl|rpm|dpkg|gpg|make|\\./configure|git)\\s.*",
            Pattern.DOTALL);
    private static final Pattern EDITOR = Pattern.compile(
            "(?:\\S*/)?(?:vi|vim|nvim|nano|emacs|gedit|joe|mcedit|sudoedit|notepad)(?:\\s+(?<file>\\S.*))?");
    private static final Pattern MACHINE = Pattern.compile(
            "(?:docker|docker-compose|podman|kubectl|vagrant|gcloud|aws|ssh|ssh-copy-id|ssh-keygen|scp|rsync|ufw|iptables|firewall-cmd|useradd|adduser|usermod|groupadd|passwd|mount|umount"
                    + "|reboot|shutdown|timedatectl|setenforce|semanage|hostnamectl|journalctl)(?:\\s.*)?",
            Pattern.DOTALL);
    private static final Pattern OWNER = Pattern.compile("(?:chown|chgrp)\\s.*", Pattern.DOTALL);
    private static final Pattern KILL =
            Pattern.compile("kill\\s+(?:-(?<signal>9|KILL|SIGKILL|QUIT|INT|TERM|HUP)\\s+)?\\d+");
    private static final Pattern SERVER_PATH = Pattern.compile(
            "(?<![\\w./-])(?:/usr/lib/postgresql/[\\d.]+/bin/|/usr/pgsql-[\\d.]+/bin/|/usr/local/pgsql/bin/|/opt/\\S*?/bin/|/usr/bin/"
                    + "|[A-Za-z]:\\\\[^\"]*?\\\\bin\\\\)(?=(?:pg_\\w+|psql|initdb|postgres|createdb|createuser|dropdb|vacuumdb|pgbench)\\b)");
    private static final Pattern HOST = Pattern.compile(
            "(?<option>(?<!\\S)(?:-h\\s*|--host[= ]\\s*))(?!localhost|127\\.0\\.0\\.1|/)(?<host>[\\w.<>${}-]+)");

    private final ForeignNodes facts;

    Replacements(ForeignNodes facts) {
        this.facts = facts;
    }

    /** The replacement of a command; empty when it can be played unchanged. */
    Optional<Replacement> of(ForeignStep step, Place place) {
        if (step.sql()) {
            return step.text().matches("(?s)\\\\(?:e|edit|ef|ev|password|prompt)(?:\\s.*)?")
                    ? Optional.of(new Replacement("a command that asks a person", null, "Write the statement itself."))
                    : Optional.empty();
        }
        String text = step.text().strip();
        if (BECOMES.matcher(text).matches()) {
            return Optional.of(new Replacement(
                    "another user or machine", null, "A node's shell is its owner's already; the line is left out."));
        }
        Optional<Container> container = Container.read(text);
        if (container.isPresent() && !container.get().entered()) {
            return Optional.of(inside(container.get(), step, place));
        }
        Matcher su = SU_COMMAND.matcher(text);
        String plain = su.matches()
                ? su.group(1) == null ? su.group(2) : su.group(1)
                : SUDO.matcher(text).replaceAll("");
        Optional<Replacement> found = command(plain, place).or(() -> paths(plain, step, place));
        if (found.isEmpty() && !plain.equals(text)) {
            return Optional.of(
                    new Replacement(su.matches() ? "su" : "sudo", plain, "A node's shell is its owner's already."));
        }
        return found;
    }

    /** Replaces a command in a container by the same command in the node's shell. */
    private Replacement inside(Container container, ForeignStep step, Place place) {
        String command = container.command();
        Optional<Replacement> other =
                of(new ForeignStep(step.line(), step.prompt(), ForeignStep.Kind.SHELL, command), place);
        return new Replacement(
                "a container",
                other.isPresent() ? other.get().instead() : command,
                "Both nodes are on this machine, and their shells are their owner's.");
    }

    private Optional<Replacement> command(String text, Place place) {
        Matcher service = SERVICE.matcher(text);
        if (service.matches()) {
            return Optional.of(service(service));
        }
        Matcher cluster = CLUSTER.matcher(text);
        if (cluster.matches()) {
            return Optional.of(cluster(cluster));
        }
        Matcher editor = EDITOR.matcher(text);
        if (editor.matches()) {
            String node = place.node();
            return Optional.of(new Replacement(
                    "an editor",
                    null,
                    "Write \"lab> conf set NAME=VALUE --node " + node + "\", \"lab> conf append 'LINE' --node " + node
                            + "\" or \"lab> hba add\" in its place."));
        }
        if (PACKAGES.matcher(text).matches()) {
            return left("software from elsewhere", "pgduo has its servers; \"pgduo pg fetch\" gets others.");
        }
        if (MACHINE.matcher(text).matches()) {
            return left("another machine or container", "Both nodes are on this machine; the line is left out.");
        }
        if (OWNER.matcher(text).matches()) {
            return left("a change of owner", "The nodes' files have the right owner.");
        }
        return node(text, place);
    }

    private Optional<Replacement> node(String text, Place place) {
        Matcher kill = KILL.matcher(text);
        if (kill.matches()) {
            String signal = String.valueOf(kill.group("signal"));
            boolean hard = signal.matches("9|KILL|SIGKILL|QUIT");
            String instead = signal.equals("HUP") ? "pg_ctl reload" : "pg_ctl stop -m " + (hard ? "immediate" : "fast");
            return Optional.of(new Replacement(
                    "the number of a process", instead, "\"lab> crash " + place.node() + "\" kills as kill -9 does."));
        }
        if (text.matches("pg_lsclusters.*")) {
            return Optional.of(new Replacement("pg_lsclusters", "lab> status", "\"lab> status\" shows both nodes."));
        }
        if (text.matches(
                "(?s)(?:pg_createcluster|pg_dropcluster|pg_renamecluster|pg_upgradecluster)\\s.*|(?:\\S*/)?(?:initdb|postgresql-\\d*-?setup)\\b.*|pg_ctl\\s+(?:-D\\s*\\S+\\s+)?init(?:db)?\\b.*")) {
            return left(
                    "a server that is made",
                    "Node a is there before the first step, node b when it is first used; \"lab> init " + place.node()
                            + "\" makes one anew.");
        }
        return Optional.empty();
    }

    private static Optional<Replacement> left(String what, String advice) {
        return Optional.of(new Replacement(what, null, advice));
    }

    private static Replacement service(Matcher service) {
        String verb = service.group("verb") != null
                ? service.group("verb")
                : service.group("verb2") != null ? service.group("verb2") : service.group("verb3");
        boolean known = verb.matches("start|stop|restart|reload|status");
        return new Replacement(
                "a service",
                known ? "pg_ctl " + verb + log(verb) : null,
                known ? "pg_ctl does it." : "There is no service to set up; the line is left out.");
    }

    private static String log(String verb) {
        return verb.equals("start") || verb.equals("restart") ? " -w -l logfile" : "";
    }

    private static Replacement cluster(Matcher cluster) {
        String verb = cluster.group("verb");
        Matcher mode = Pattern.compile("-m\\s*(\\w+)").matcher(cluster.group("options") + " " + cluster.group("more"));
        String how = mode.find() ? " -m " + mode.group(1) : "";
        return new Replacement("pg_ctlcluster", "pg_ctl " + verb + how + log(verb), "pg_ctl does it.");
    }

    /** Replaces paths of an installation, and hosts that do not exist in a lab. */
    private Optional<Replacement> paths(String text, ForeignStep step, Place place) {
        String plain =
                SERVER_PATH.matcher(text).replaceAll("").replaceFirst("^((?:pg_\\w+|psql|initdb))\\.exe\\b", "$1");
        Matcher host = HOST.matcher(plain);
        boolean client = plain.matches(
                "(?s)(?:PG\\w+=\\S+\\s+)*(?:psql|pg_basebackup|pg_receivewal|pg_dump|pg_dumpall|createdb|createuser|dropdb|pgbench|pg_isready|vacuumdb)\\b.*");
        if (client && host.find()) {
            String at = node(host.group("host"), step, place);
            boolean port = plain.matches("(?s).*(?<!\\S)(?:-p\\s*\\d+|--port[= ]\\d+).*");
            String instead = plain.substring(0, host.start()) + host.group("option") + "localhost"
                    + (port ? "" : " -p " + facts.port(at)) + plain.substring(host.end());
            return Optional.of(new Replacement(
                    "another machine",
                    instead,
                    "Both nodes are on this machine, at the ports " + facts.portA() + " and " + facts.portB() + "."));
        }
        return plain.equals(text)
                ? Optional.empty()
                : Optional.of(new Replacement("a path of an installation", plain, "The programs are in PATH."));
    }

    /** The node for a host: that of the command's place for a session, the other one for a backup's source. */
    private static String node(String host, ForeignStep step, Place place) {
        @Nullable String word = Hints.nodeOfName(host);
        if (word != null && !word.equals("c")) {
            return word;
        }
        boolean other = step.text().contains("pg_basebackup") || step.text().contains("pg_receivewal");
        return other == place.node().equals("a") ? "b" : "a";
    }
}
