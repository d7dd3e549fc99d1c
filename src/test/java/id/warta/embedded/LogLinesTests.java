package id.warta.embedded;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogLinesTests {

	@Test
	void findsWhyPostgresEnded() {
		assertThat(LogLines.reason("""
				2026-01-02 03:04:05.678 UTC [77] LOG:  starting PostgreSQL 18.6
				2026-01-02 03:04:05.699 UTC [77] FATAL:  lock file "postmaster.pid" already exists
				2026-01-02 03:04:05.699 UTC [77] HINT:  Is another postmaster (PID 5) running?
				2026-01-02 03:04:05.700 UTC [77] LOG:  database system is shut down, could not say more
				""")).isEqualTo("lock file \"postmaster.pid\" already exists");
	}

	@Test
	void findsWhyRedisEnded() {
		assertThat(LogLines.reason("""
				77:M 02 Jan 2026 03:04:05.678 * Ready
				77:M 02 Jan 2026 03:04:05.678 # Can't open the append-only file: Permission denied
				""")).isEqualTo("Can't open the append-only file: Permission denied");
	}

	@Test
	void findsWhyInitdbEnded() {
		assertThat(LogLines.reason("""
				creating directory ... initdb: error: could not create directory "/full": No space left on device
				initdb: removing data directory
				""")).endsWith("could not create directory \"/full\": No space left on device");
	}

	@Test
	void fallsBackToTheLastLine() {
		assertThat(LogLines.reason("one\ntwo\n\n")).isEqualTo("two");
		assertThat(LogLines.reason("\n")).isEqualTo("it wrote nothing");
	}

	@Test
	void noticesAPortThatIsTaken() {
		assertThat(LogLines.isPortTaken("bind: Address already in use")).isTrue();
		assertThat(LogLines.isPortTaken("bind: Permission denied")).isFalse();
	}

}
