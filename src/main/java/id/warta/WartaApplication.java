package id.warta;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Warta.
 */
@SpringBootApplication
public class WartaApplication {

	public static void main(String[] args) {
		SpringApplication.run(WartaApplication.class, args);
	}

}
