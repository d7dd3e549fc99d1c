package id.warta;

import id.warta.platform.CommandLine;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Warta, or runs a command of it.
 */
@SpringBootApplication
public class WartaApplication {

	public static void main(String[] args) {
		if (CommandLine.isCommand(args)) {
			System.exit(CommandLine.run(WartaApplication.class, args));
		}
		SpringApplication.run(WartaApplication.class, args);
	}

}
