import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

const at = (path: string) => join(import.meta.dirname, path)

/** Writes `.br` and `.gz` beside every script and style, so that the server sends them without compressing. */
function precompress(): Plugin {
  const squeezers = { br: promisify(brotliCompress), gz: promisify(gzip) }
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      const assets = join(dir ?? at('dist'), 'assets')
      const names = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name))
      for (const name of names) {
        const content = await readFile(join(assets, name))
        for (const [ending, squeeze] of Object.entries(squeezers))
          await writeFile(join(assets, `${name}.${ending}`), await squeeze(content))
      }
    },
  }
}

/** The script that stands in the patient's page itself: one piece, since a second file would cost a round trip. */
function inPageScript(): Plugin {
  return {
    name: 'in-page-script',
    apply: 'build',
    closeBundle: async () => {
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        build: {
          outDir: at('dist/page'),
          reportCompressedSize: false,
          lib: {
            entry: at('web/patient/page/main.ts'),
            formats: ['iife'],
            name: 'page',
            fileName: () => 'questions.js',
          },
        },
      })
    },
  }
}

export default defineConfig({
  root: at('web'),
  publicDir: false,
  plugins: [react(), precompress(), inPageScript()],
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 1700, // SurveyJS is one piece, loaded only for a form that the server cannot draw
    assetsInlineLimit: 0, // the content-security policy allows no data: fonts or styles
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: { patient: at('web/patient/index.html'), staff: at('web/staff/index.html') },
    },
  },
})
