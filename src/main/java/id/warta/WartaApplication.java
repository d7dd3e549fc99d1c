package id.warta;

import id.warta.platform.CommandLine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;

/**
 * Starts Warta, or runs a command of it. What commands of Redis cost is not observed one
 * by one: it would cost more than most of them.
 */
@SpringBootApplication(exclude = LettuceObservationAutoConfiguration.class)
public class WartaApplication {

	public static void main(String[] args) {
		if (CommandLine.isCommand(args)) {
			System.exit(CommandLine.run(WartaApplication.class, args));
		}
		SpringApplication.run(WartaApplication.class, args);
	}

}
