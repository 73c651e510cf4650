package vmail.job;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Spring Batch's own beans, with its tables in the workspace's database. */
@Configuration
public class BatchInfrastructure extends JdbcDefaultBatchConfiguration {

    private final DataSource workspace;

    public BatchInfrastructure(DataSource workspace) {
        this.workspace = workspace;
    }

    @Override
    protected DataSource getDataSource() {
        return workspace;
    }

    @Bean
    PlatformTransactionManager transactionManager() {
        return new JdbcTransactionManager(workspace);
    }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return transactionManager();
    }
}
