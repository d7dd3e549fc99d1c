package id.warta.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private static final Path PROGRAM = Path.of("/my data/binaries/postgres-18/bin/postgres");

	@ParameterizedTest
	@CsvSource({ "/my data/binaries/postgres-18/bin/postgres -D /my data/postgres -p 5, true",
			"/my data/binaries/postgres-17/bin/postgres -D /my data/postgres, true",
			"/usr/bin/postgres --single -c a=b -D /my data/postgres postgres, true",
			"/usr/bin/postgres -D /my data/postgres2 -p 5, false",
			"/usr/bin/postgres -D /other/my data/postgres, false", "tail -f /my data/postgres/postgresql.conf, false",
			"pg_ctl stop -D /my data/postgres, false", "sleep 600, false" })
	void recognisesProgramAndArguments(String line, boolean meant) {
		assertThat(CommandLine.of(PROGRAM, "-D", "/my data/postgres").test(new KnownProcess(line, null)))
			.isEqualTo(meant);
	}

	@Test
	void recognisesTheProgramWhereTheArgumentsAreHidden() {
		assertThat(CommandLine.of(PROGRAM, "-D").test(new KnownProcess(null, PROGRAM.toString()))).isTrue();
		assertThat(CommandLine.of(PROGRAM, "-D").test(new KnownProcess(null, PROGRAM + ".exe"))).isTrue();
		assertThat(CommandLine.of(PROGRAM, "-D").test(new KnownProcess(null, "/usr/bin/postgres"))).isFalse();
		assertThat(CommandLine.of(PROGRAM, "-D").test(new KnownProcess(null, null))).isFalse();
	}

	private record KnownProcess(@Nullable String line, @Nullable String program) implements ProcessHandle.Info {

		@Override
		public Optional<String> command() {
			return Optional.ofNullable(this.program);
		}

		@Override
		public Optional<String> commandLine() {
			return Optional.ofNullable(this.line);
		}

		@Override
		public Optional<String[]> arguments() {
			return Optional.empty();
		}

		@Override
		public Optional<Instant> startInstant() {
			return Optional.empty();
		}

		@Override
		public Optional<Duration> totalCpuDuration() {
			return Optional.empty();
		}

		@Override
		public Optional<String> user() {
			return Optional.empty();
		}

	}

}
