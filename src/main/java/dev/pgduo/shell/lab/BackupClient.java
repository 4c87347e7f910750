package dev.pgduo.shell.lab;

import dev.pgduo.cluster.backup.BaseBackupClient;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;

/** The programs that take base backups. */
enum BackupClient {
    /** pgduo's own code for the replication protocol. */
    PGDUO {
        @Override
        BaseBackupClient of(Lab lab, NodeName target) {
            return lab.backupClient(lab.node(target));
        }
    },
    /** The server's pg_basebackup. */
    PG_BASEBACKUP {
        @Override
        BaseBackupClient of(Lab lab, NodeName target) {
            Node node = lab.node(target);
            return node.pgBaseBackup()
                    .orElseThrow(() -> new LabException(ErrorReport.error("could not find program \"pg_basebackup\"")
                            .detail(lab.binaries().describe() + " does not have it.")
                            .hint("Leave \"--client\" out: pgduo takes base backups itself.")));
        }
    };

    abstract BaseBackupClient of(Lab lab, NodeName target);
}
