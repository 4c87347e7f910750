package dev.pgduo.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
    @ParameterizedTest
    @CsvSource({
        "9, recovery.conf, trigger_file, pg_xlog, wal_keep_segments = 8, RESTART",
        "10, recovery.conf, trigger_file, pg_wal, wal_keep_segments = 8, RESTART",
        "11, recovery.conf, trigger_file, pg_wal, wal_keep_segments = 8, RESTART",
        "12, standby.signal, promote_trigger_file, pg_wal, wal_keep_segments = 8, RESTART",
        "13, standby.signal, promote_trigger_file, pg_wal, wal_keep_size = 128MB, RELOAD",
        "15, standby.signal, promote_trigger_file, pg_wal, wal_keep_size = 128MB, RELOAD",
        "16, standby.signal, none, pg_wal, wal_keep_size = 128MB, RELOAD",
        "18, standby.signal, none, pg_wal, wal_keep_size = 128MB, RELOAD"
    })
    void differ(int major, String file, String trigger, String wal, String keep, EffectiveAfter conninfo) {
        Capabilities capabilities = new Capabilities(major);
        assertThat(capabilities.standbyFile()).isEqualTo(file);
        assertThat(capabilities.triggerFileSetting().orElse("none")).isEqualTo(trigger);
        assertThat(capabilities.walDirectory()).isEqualTo(wal);
        assertThat(capabilities.walKeepLine(128)).isEqualTo(keep);
        assertThat(capabilities.change("primary_conninfo")).contains(conninfo);
    }

    @Test
    void namesFunctionsAndColumnsAsTheServerDoes() {
        Capabilities old = new Capabilities(9);
        assertThat(old.walFunction("pg_current_wal_lsn")).isEqualTo("pg_current_xlog_location");
        assertThat(old.walFunction("pg_switch_wal")).isEqualTo("pg_switch_xlog");
        assertThat(old.statReplicationColumn("replay_lsn")).isEqualTo("replay_location");
        assertThat(new Capabilities(15).walFunction("pg_current_wal_lsn")).isEqualTo("pg_current_wal_lsn");
    }

    @Test
    void listsTheColumnsOfSlots() {
        assertThat(new Capabilities(15).slotColumns())
                .containsExactly(
                        "slot_name",
                        "plugin",
                        "slot_type",
                        "datoid",
                        "database",
                        "temporary",
                        "active",
                        "active_pid",
                        "xmin",
                        "catalog_xmin",
                        "restart_lsn",
                        "confirmed_flush_lsn",
                        "wal_status",
                        "safe_wal_size",
                        "two_phase");
        assertThat(new Capabilities(9).slotColumns()).hasSize(11).doesNotContain("temporary");
    }

    @Test
    void refusesSettingsThatAMajorDoesNotKnow() {
        assertThat(new Capabilities(16).change("promote_trigger_file")).contains(EffectiveAfter.UNKNOWN);
        assertThat(new Capabilities(13).change("wal_keep_segments")).contains(EffectiveAfter.UNKNOWN);
        assertThat(new Capabilities(15).change("work_mem")).isEmpty();
    }
}
