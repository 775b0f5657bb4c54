package intake

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// sandbox is what stands before the command: bounds of memory, time and files,
// and a network of its own that leads nowhere, each where the system has it.
func sandbox(ctx context.Context) (line []string) {
	if alone, err := exec.LookPath("unshare"); err == nil && exec.CommandContext(ctx, alone, "-rn", "true").Run() == nil {
		line = append(line, alone, "-rn")
	}
	if bounds, err := exec.LookPath("prlimit"); err == nil {
		line = append(line, bounds, fmt.Sprintf("--as=%d", convertMemory), fmt.Sprintf("--cpu=%d", int(convertTime.Seconds())),
			fmt.Sprintf("--fsize=%d", convertOutput), "--core=0")
	}
	return line
}

// profile forbids macros, links that follow themselves, and everything active.
const profile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
`

// writeProfile makes LibreOffice's own folder, so that it shares nothing with
// anybody's.
func writeProfile(folder string) error {
	user := filepath.Join(folder, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), []byte(profile), 0o600)
}
