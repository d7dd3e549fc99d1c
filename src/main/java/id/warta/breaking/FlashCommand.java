package id.warta.breaking;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import id.warta.platform.Command;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Makes an article breaking news from the command line.
 */
@Component
class FlashCommand implements Command {

	private final BreakingNews breakingNews;

	private final InstantSource clock;

	FlashCommand(BreakingNews breakingNews, InstantSource clock) {
		this.breakingNews = breakingNews;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "flash";
	}

	@Override
	public String usage() {
		return "SLUG [--for 2h | --end]: makes an article breaking news for a while, or ends that";
	}

	@Override
	public int run(List<String> arguments) {
		return run(arguments, System.out, System.err);
	}

	int run(List<String> arguments, PrintStream out, PrintStream err) {
		try {
			out.println(done(FlashArguments.of(arguments)));
			return 0;
		}
		catch (IllegalArgumentException ex) {
			err.println(ex.getMessage());
			return 1;
		}
	}

	private String done(FlashArguments arguments) {
		return arguments.end() ? ended(arguments.slug()) : started(arguments.slug(), arguments.length());
	}

	private String started(String slug, Duration length) {
		Instant until = this.clock.instant().plus(length).truncatedTo(ChronoUnit.SECONDS);
		Flash flash = found(this.breakingNews.start(slug, until).block(),
				"There is no article '" + slug + "' that readers can see");
		return "Breaking news until " + until + ": " + flash.title();
	}

	private String ended(String slug) {
		Flash flash = found(this.breakingNews.end(slug).block(), "No article '" + slug + "' is breaking news");
		return "No longer breaking news: " + flash.title();
	}

	private static Flash found(@Nullable Flash flash, String orElse) {
		if (flash == null) {
			throw new IllegalArgumentException(orElse);
		}
		return flash;
	}

}
